import type { OpenApi } from './answer'
import { generateScheme, generateUrlLink, getPathCode, getUnlimitedCode } from './code'
import { sendCustomerMessage, sendSubscribeMessage } from './message'
import { imgSecCheck, mediaCheckAsync, msgSecCheck } from './security'

/** The openapis that the local cloud answers, by the name after `cloud.openapi.`. All others are refused as unknown (-604100). */
export const openApis: Record<string, OpenApi> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'customerServiceMessage.send': sendCustomerMessage,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'security.imgSecCheck': imgSecCheck,
  'wxacode.getUnlimited': getUnlimitedCode,
  'wxacode.get': getPathCode,
  'wxacode.createQRCode': getPathCode,
  'urllink.generate': generateUrlLink,
  'urlscheme.generate': generateScheme,
}
