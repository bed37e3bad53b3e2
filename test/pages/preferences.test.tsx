import { fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../support/taro/phone'
import { useLargeType, useTextScale } from '@/lib/preferences'
import { SwitchRow } from '@/ui/switch-row'

function Page() {
  const [large, choose] = useLargeType()
  return (
    <>
      <SwitchRow title="长辈版" checked={large} onChange={choose} />
      <span data-testid="scale">{useTextScale()}</span>
    </>
  )
}

test('the large-type switch changes every page at once and is kept on the phone under the person', () => {
  render(<Page />)
  expect(screen.getByTestId('scale')).toHaveTextContent(/^1$/)
  fireEvent.click(screen.getByRole('switch', { name: '长辈版' }))
  expect(screen.getByTestId('scale')).toHaveTextContent(/^1.6$/)
  expect([...phone.storage]).toEqual([['self:large-type', 'true']])
})
