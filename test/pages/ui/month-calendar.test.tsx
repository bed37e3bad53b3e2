import { fireEvent, render, screen, within } from '@testing-library/react'
import { monthAfter, weeksOf } from '@/ui/calendar-day'
import { MonthCalendar } from '@/ui/month-calendar'

function show(over: Partial<Parameters<typeof MonthCalendar>[0]> = {}) {
  const told: string[] = []
  render(
    <MonthCalendar
      month="2026-11"
      onMonth={(month) => told.push(month)}
      onSelect={(day) => told.push(day)}
      today="2026-11-21"
      counts={{ '2026-11-24': 2 }}
      unit="场活动"
      {...over}
    />,
  )
  return told
}

test('every day of the month is there, each under its weekday', () => {
  show()
  const days = within(screen.getByRole('grid', { name: '2026年11月' }))
    .getAllByRole('gridcell')
    .map((cell) => cell.getAttribute('aria-label'))
  expect(days.filter(Boolean)).toHaveLength(30)
  expect(days.slice(0, 7)).toEqual([null, null, null, null, null, null, '11月1日，周日'])
})

test('a day says what it is, how much is on and that it is chosen', () => {
  show({ selected: '2026-11-24' })
  expect(screen.getByRole('gridcell', { selected: true })).toHaveAttribute('aria-label', '11月24日，周二，2场活动')
  expect(screen.getByRole('gridcell', { name: '11月21日，周六，今天' })).toBeInTheDocument()
})

test('a tap on a day chooses it, the arrows turn the month', () => {
  const told = show()
  fireEvent.click(screen.getByRole('gridcell', { name: '11月24日，周二，2场活动' }))
  fireEvent.click(screen.getByRole('button', { name: '下个月' }))
  fireEvent.click(screen.getByRole('button', { name: '上个月' }))
  expect(told).toEqual(['2026-11-24', '2026-12', '2026-10'])
})

test.each([
  { month: '2026-11', by: 2, is: '2027-01' },
  { month: '2026-01', by: -1, is: '2025-12' },
  { month: '2026-12', by: 1, is: '2027-01' },
  { month: '2026-05', by: 0, is: '2026-05' },
])('$by months from $month is $is', ({ month, by, is }) => expect(monthAfter(month, by)).toBe(is))

test('February of a leap year has 29 days, of another 28', () => {
  expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29)
  expect(weeksOf('2027-02').flat().filter(Boolean)).toHaveLength(28)
})
