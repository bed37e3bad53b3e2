/** WeChat's check of texts that others will see (security.msgSecCheck, version 2: at most 2,500 characters). */
import { cloud } from './db'

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
