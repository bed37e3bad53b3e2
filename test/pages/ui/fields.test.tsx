import { fireEvent, render, screen } from '@testing-library/react'
import { DateTimeField } from '@/ui/date-time-field'
import { SearchField } from '@/ui/search-field'
import { TextField } from '@/ui/text-field'

test('a field is found by its label and hands on what is typed', () => {
  const typed: string[] = []
  render(<TextField label="姓名" value="" onChange={(value) => typed.push(value)} />)
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '演示党员01' } })
  expect(typed).toEqual(['演示党员01'])
})

test('a field of several lines counts what is written against what may be', () => {
  render(<TextField kind="lines" label="建议" value="多开几场" maxLength={200} onChange={() => undefined} />)
  expect(screen.getByText('4/200')).toBeInTheDocument()
})

test('a search can be emptied with one tap, once there is something in it', () => {
  const searched: string[] = []
  const { rerender } = render(<SearchField label="搜活动" value="" onChange={(value) => searched.push(value)} />)
  expect(screen.queryByRole('button', { name: '清空' })).toBeNull()
  rerender(<SearchField label="搜活动" value="党日" onChange={(value) => searched.push(value)} />)
  fireEvent.click(screen.getByRole('button', { name: '清空' }))
  expect(searched).toEqual([''])
})

test.each([
  { value: '', half: '日期', typed: '2026-11-21', becomes: '2026-11-21T' },
  { value: '2026-11-21T', half: '时间', typed: '14:30', becomes: '2026-11-21T14:30' },
  { value: '2026-11-21T14:30', half: '日期', typed: '2026-12-01', becomes: '2026-12-01T14:30' },
])('picking the $half of "$value" makes it "$becomes"', ({ value, half, typed, becomes }) => {
  const picked: string[] = []
  render(<DateTimeField label="开始" value={value} onChange={(next) => picked.push(next)} />)
  fireEvent.change(screen.getByLabelText(`开始：${half}`), { target: { value: typed } })
  expect(picked).toEqual([becomes])
})

test('a picked day stands there as people say it', () => {
  render(<DateTimeField label="开始" value="2026-11-21T14:30" onChange={() => undefined} />)
  expect(screen.getByText('11月21日 周六')).toBeInTheDocument()
})
