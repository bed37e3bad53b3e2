/** WeChat's check of texts that others will see (security.msgSecCheck, version 2: at most 2,500 characters). */
import { cloud } from './db'
import type { Refusal } from './refusal'

const MAX_CHARACTERS = 2500
/** The vendor's scene for profiles and forms. */
const SCENE = 1

/** Whether texts may be shown to others. An outage of the check throws: nothing unchecked gets through. */
export const isTextSafe = async (openid: string, ...texts: string[]): Promise<boolean> => {
  const characters = Array.from(texts.filter(Boolean).join('\n'))
  for (let at = 0; at < characters.length; at += MAX_CHARACTERS) {
    const content = characters.slice(at, at + MAX_CHARACTERS).join('')
    const { result } = await cloud.openapi.security.msgSecCheck({ content, version: 2, scene: SCENE, openid })
    if (result?.suggest !== 'pass') return false
  }
  return true
}

/** Of a call whatever the check needs. */
interface TextCall {
  actor: { openid: string }
  refusal(code: 'textRisky'): Refusal
}
/** Refuses texts that others must not be shown; asked of WeChat once, however often a change is decided anew. */
export const textCheck = (call: TextCall, ...texts: string[]) => {
  let safe: Promise<boolean> | undefined
  return async (): Promise<void> => {
    safe ??= isTextSafe(call.actor.openid, ...texts)
    if (!(await safe)) throw call.refusal('textRisky')
  }
}
