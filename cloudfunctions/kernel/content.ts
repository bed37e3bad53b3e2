/** WeChat's check of texts that others will see (security.msgSecCheck, version 2: at most 2,500 characters). */
import { cloud } from './db'

const MAX_CHARACTERS = 2500
/** The vendor's scene for profiles and forms. */
const SCENE = 1

/** Whether a text may be shown to others. An outage of the check throws: nothing unchecked gets through. */
export const isTextSafe = async (openid: string, ...texts: string[]): Promise<boolean> => {
  const content = texts.filter(Boolean).join('\n').slice(0, MAX_CHARACTERS)
  if (content === '') return true
  const { result } = await cloud.openapi.security.msgSecCheck({ content, version: 2, scene: SCENE, openid })
  return result?.suggest === 'pass'
}
