import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AddToCalendar } from '@/features/add-to-calendar'
import { addToCalendar as addInBrowser } from '@/lib/calendar.h5'
import { phone } from '../../support/taro/phone'

/** 9:30 at the park. */
const STARTS = Date.UTC(2026, 10, 28, 1, 30)
const entry = {
  id: 'consultation-0001',
  title: '链上服务日咨询：税务',
  startsAt: STARTS,
  endsAt: STARTS + 30 * 60_000,
  place: '天安智谷一楼大厅',
  notes: '接待人 演示安娜（税务志愿者）',
}

test('in WeChat it goes into the phone’s own calendar, an hour’s notice with it', async () => {
  render(<AddToCalendar entry={entry} />)
  await userEvent.click(screen.getByRole('button', { name: '加入手机日历' }))
  expect(await screen.findByText('已加入手机日历，开始前一小时提醒')).toBeInTheDocument()
  expect(phone.calls.filter(({ name }) => name === 'addPhoneCalendar')).toMatchObject([
    {
      options: {
        title: entry.title,
        startTime: STARTS / 1000,
        endTime: String(STARTS / 1000 + 1800),
        location: entry.place,
        alarm: true,
        alarmOffset: 3600,
      },
    },
  ])
})

test('in the browser it is a calendar’s file whose instants are those at +08:00', async () => {
  const blobs: Blob[] = []
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.push(blob)
      return 'blob:calendar'
    },
    revokeObjectURL: () => undefined,
  })
  const links: string[] = []
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this.download)
  })
  expect(await addInBrowser(entry)).toBe('已下载日历文件，打开后即可加入日历')
  click.mockRestore()
  expect(links).toEqual(['链上服务日咨询：税务.ics'])
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(blobs[0] as Blob)
  })
  const told = /^(DTSTART|DTEND|TRIGGER|SUMMARY|LOCATION)/
  expect(text.split('\r\n').filter((line) => told.test(line))).toEqual([
    'DTSTART:20261128T013000Z',
    'DTEND:20261128T020000Z',
    'SUMMARY:链上服务日咨询：税务',
    'LOCATION:天安智谷一楼大厅',
    'TRIGGER:-PT1H',
  ])
})
