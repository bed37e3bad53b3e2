import { existsSync } from 'node:fs'
import path from 'node:path'
import { phone } from '../support/taro/phone'
import { address, paths, replaceWithAddress, to } from '@/lib/routes'

test.each(Object.entries(paths))('the page %s exists at its address', (_name, address) =>
  expect(existsSync(path.resolve(__dirname, `../../src${address}.tsx`))).toBe(true),
)

test('what goes into an address comes out of it unchanged, and what is missing is left out', () => {
  expect(address('checkIn', { code: 'a b&c=签', eventId: undefined })).toBe(
    '/pages/event/check-in/index?code=a%20b%26c%3D%E7%AD%BE',
  )
})

test('a tab is switched to, any other page is opened on top', async () => {
  await to.events()
  await to.event('ev-1')
  expect(phone.visits).toEqual([
    { by: 'switchTab', url: '/pages/tabs/events/index' },
    { by: 'navigateTo', url: '/pages/event/detail/index?eventId=ev-1' },
  ])
})

test.each([
  {
    url: '/pages/event/detail/index?eventId=ev-1',
    visit: { by: 'redirectTo', url: '/pages/event/detail/index?eventId=ev-1' },
  },
  { url: 'https://elsewhere.example/', visit: { by: 'switchTab', url: '/pages/tabs/home/index' } },
  { url: '/pages/tabs/mine/index', visit: { by: 'switchTab', url: '/pages/tabs/mine/index' } },
])('going on to $url stays in the app', async ({ url, visit }) => {
  await replaceWithAddress(url)
  expect(phone.visits).toEqual([visit])
})
