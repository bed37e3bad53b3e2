import { act, fireEvent, render, screen } from '@testing-library/react'
import { LoadMore } from '@/ui/load-more'
import { Loaded, type Loadable } from '@/ui/loaded'
import { OfflineBand } from '@/ui/offline-band'
import { Picture } from '@/ui/picture'

const show = (of: Loadable<string>, onRetry?: () => void) =>
  render(
    <Loaded of={of} onRetry={onRetry}>
      {(data) => data}
    </Loaded>,
  )

test('what comes quickly comes without an outline before it', () => {
  jest.useFakeTimers()
  show({ status: 'loading' })
  act(() => jest.advanceTimersByTime(199))
  expect(screen.queryByRole('status')).toBeNull()
  act(() => jest.advanceTimersByTime(1))
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
  jest.useRealTimers()
})

test('what is here is shown', () => {
  const { container } = show({ status: 'ready', data: '十一月主题党日' })
  expect(container).toHaveTextContent(/^十一月主题党日$/)
})

test('what failed says so in words, with the number of the request and a way to try again', () => {
  const retried: string[] = []
  show({ status: 'failed', words: '网络不太稳定，请再试一次。', requestId: 'r-42' }, () => retried.push('again'))
  expect(screen.getByRole('alert')).toHaveTextContent('网络不太稳定，请再试一次。')
  expect(screen.getByText('请求编号 r-42')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(retried).toEqual(['again'])
})

test('what is not for this person says for whom it is and how to ask', () => {
  show({ status: 'notAllowed', who: '名单只对本支部书记开放', how: '请联系支部书记' })
  expect(screen.getByText('名单只对本支部书记开放')).toBeInTheDocument()
  expect(screen.getByText('请联系支部书记')).toBeInTheDocument()
})

test('at its end a list offers no more', () => {
  render(<LoadMore state="end" onMore={() => undefined} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('已经到底了')).toBeInTheDocument()
})

test('the next page of a list that failed can be asked for again', () => {
  const asked: string[] = []
  render(<LoadMore state="failed" onMore={() => asked.push('again')} />)
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(asked).toEqual(['again'])
})

test('the offline band shows what waits only while something waits', () => {
  const { rerender } = render(<OfflineBand />)
  expect(screen.queryByRole('button')).toBeNull()
  rerender(<OfflineBand queued={2} />)
  expect(screen.getByRole('button')).toHaveTextContent('2 项待发送')
})

test('a picture that does not come leaves its name and no broken image', () => {
  render(<Picture src="gone.png" alt="党史长廊入口" />)
  const image = document.querySelector('img') as HTMLImageElement
  expect(image.getAttribute('src')).toBe('gone.png')
  fireEvent.error(image)
  expect(document.querySelector('img')).toBeNull()
  expect(screen.getByRole('img', { name: '党史长廊入口' })).toBeInTheDocument()
})
