import { request } from 'node:http'
import { configure } from '@testing-library/react'
import { noticeNetwork } from '@/lib/network'
import { forgetSession } from '@/lib/session'
import { cloud } from './cloud'
import { phone } from './taro/phone'

// Real functions on a real database answer within a second on an idle machine, and later on one that builds something.
configure({ asyncUtilTimeout: 8_000 })

// The first call of each context loads its function and the SDK: that is no page's waiting time.
beforeAll(async () => {
  await Promise.all([
    cloud.as('').call('home.today', {}),
    cloud.as('').call('member.me', {}),
    cloud.as('').call('event.list', {}),
  ])
}, 60_000)

// Loading the functions from their source takes seconds the first time; that is not what a page's waiting is for.
beforeAll(async () => {
  for (const context of ['event', 'member', 'home', 'file']) await cloud.as('').send(context, { action: 'none' })
}, 60_000)

/** Plain HTTP, past jsdom: into the cloud of the test. */
const storeIn = (url: string, openid: string, bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    const sending = request(url, { method: 'PUT', headers: { 'x-openid': openid } }, (answer) => {
      answer.resume()
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`))))
    })
    sending.on('error', reject)
    sending.end(bytes)
  })

/** Puts the telephone of a page test into this person's hand: their calls reach the real functions, in this process. */
export function holdPhone(openid: string): void {
  forgetSession()
  noticeNetwork(true)
  phone.cloud = (name, data) => cloud.as(openid).send(name, data)
  phone.store = (cloudPath, bytes) => storeIn(`${cloud.local.url}/files/${cloudPath}`, openid, bytes)
}
