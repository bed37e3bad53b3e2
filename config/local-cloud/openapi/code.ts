import { limits } from '../limits'
import { ok, refusal, type OpenApi, type OpenApiAnswer, type OpenApiParams } from './answer'
import { qrPicture } from './picture'

/** What a code made here says, so that nobody takes it for one that WeChat's scanner opens. */
const prefix = 'local-wxacode:'

/** Characters that `scene` may have besides digits and letters. */
const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]+$/

/**
 * `wxacode.getUnlimited`: instead of WeChat's round code an ordinary QR code as PNG, whose text is
 * `local-wxacode:<page>?scene=<scene>`, the scene percent-encoded as a page receives it.
 */
export const getUnlimitedCode: OpenApi = async (params) => {
  const scene = String(params.scene ?? '')
  if (scene === '' || scene.length > limits.scene || !scenePattern.test(scene))
    return refusal(40169, 'invalid length for scene')
  const page = typeof params.page === 'string' ? params.page : ''
  if (page.startsWith('/') || page.includes('?')) return refusal(40165, 'invalid page')
  return picture(`${prefix}${page}?scene=${encodeURIComponent(scene)}`, params)
}

/** `wxacode.get` and `wxacode.createQRCode`: the same for a whole path with its query. */
export const getPathCode: OpenApi = async (params) => {
  const path = String(params.path ?? '')
  if (path === '' || path.length > 1024) return refusal(40159, 'invalid length for path')
  return picture(`${prefix}${path}`, params)
}

function picture(text: string, params: OpenApiParams): OpenApiAnswer {
  const width = Math.min(1280, Math.max(280, Number(params.width) || 430))
  return { kind: 'file', contentType: 'image/png', content: qrPicture(text, width) }
}

/** `urllink.generate` and `urlscheme.generate`: links of the right shape that open nothing. */
export const generateUrlLink: OpenApi = () => ok({ url_link: `https://wxaurl.cn/local${token()}` })
export const generateScheme: OpenApi = () => ok({ openlink: `weixin://dl/business/?t=local${token()}` })

function token(): string {
  return Math.random().toString(36).slice(2, 10)
}
