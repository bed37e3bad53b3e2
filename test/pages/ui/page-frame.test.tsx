import { fireEvent, render, screen } from '@testing-library/react'
import { View } from '@tarojs/components'
import { phone } from '../../support/taro/phone'
import { DisplayProvider, MAX_SCALE, textScale } from '@/ui/display'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'

const frame = () => document.querySelector('.frame') as HTMLElement

test('the frame gives every page the scale of its person', () => {
  render(
    <DisplayProvider value={{ scale: 1.25 }}>
      <PageFrame title="活动" />
    </DisplayProvider>,
  )
  expect(frame().style.getPropertyValue('--scale')).toBe('1.25')
  expect(frame()).not.toHaveClass('frame--large')
})

test('in large type a value stands below its row instead of beside it', () => {
  render(
    <DisplayProvider value={{ scale: MAX_SCALE }}>
      <PageFrame title="活动">
        <ListRow title="联系电话" value="1990000 0001" />
      </PageFrame>
    </DisplayProvider>,
  )
  expect(frame()).toHaveClass('frame--large')
  expect(document.querySelector('.list-row__below')).toHaveTextContent('1990000 0001')
})

test('the band of the app stands on every page, above the content', () => {
  render(
    <DisplayProvider value={{ scale: 1, band: <View>网络不通</View> }}>
      <PageFrame title="活动">内容</PageFrame>
    </DisplayProvider>,
  )
  expect(frame().textContent).toBe('活动网络不通内容')
})

test('the way back of a page that was opened by its address alone leads to where the app begins', () => {
  render(<PageFrame title="签到" />)
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(phone.visits).toEqual([{ by: 'reLaunch', url: '/' }])
})

test('a tab has no way back', () => {
  render(<PageFrame title="首页" root />)
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
  expect(phone.title).toBe('首页')
})

test.each([
  { large: false, system: undefined, scale: 1 },
  { large: false, system: 15, scale: 1 },
  { large: false, system: 17, scale: 1 },
  { large: false, system: 20.4, scale: 1.2 },
  { large: false, system: 40, scale: 1.6 },
  { large: true, system: 15, scale: 1.6 },
])('with large type $large and a system setting of $system px the text grows by $scale', ({ large, system, scale }) =>
  expect(textScale(large, system)).toBeCloseTo(scale, 5),
)
