import { fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../support/taro/phone'
import App from '@/app'
import { useLargeType } from '@/lib/preferences'
import { PageFrame } from '@/ui/page-frame'
import { SwitchRow } from '@/ui/switch-row'

function Page() {
  const [large, choose] = useLargeType()
  return (
    <PageFrame title="我的" root>
      <SwitchRow title="长辈版" checked={large} onChange={choose} />
    </PageFrame>
  )
}

const scale = () => (document.querySelector('.frame') as HTMLElement).style.getPropertyValue('--scale')

test('the large-type switch changes every page at once and is kept on the phone under the person', () => {
  render(
    <App>
      <Page />
    </App>,
  )
  expect(scale()).toBe('1')
  fireEvent.click(screen.getByRole('switch', { name: '长辈版' }))
  expect(scale()).toBe('1.6')
  expect([...phone.storage]).toEqual([['self:large-type', 'true']])
})

test('without a network every page says so, until it is back', async () => {
  render(
    <App>
      <Page />
    </App>,
  )
  const band = '网络不通，已打开的内容仍可查看'
  expect(screen.queryByText(band)).toBeNull()
  await phone.goOffline()
  expect(screen.getByText(band)).toBeInTheDocument()
  await phone.goOnline()
  expect(screen.queryByText(band)).toBeNull()
})
