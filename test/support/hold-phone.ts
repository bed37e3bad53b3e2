import { configure } from '@testing-library/react'
import { noticeNetwork } from '@/lib/network'
import { forgetSession } from '@/lib/session'
import { cloud } from './cloud'
import { phone } from './taro/phone'

// Real functions on a real database answer within a second on an idle machine, and later on one that builds something.
configure({ asyncUtilTimeout: 8_000 })

/** Puts the telephone of a page test into this person's hand: their calls reach the real functions, in this process. */
export function holdPhone(openid: string): void {
  forgetSession()
  noticeNetwork(true)
  phone.cloud = (name, data) => cloud.as(openid).send(name, data)
}
