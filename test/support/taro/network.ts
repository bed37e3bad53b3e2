import { api, refuse } from './answer'
import { phone } from './phone'

const online = () => (phone.network === 'none' ? refuse('request:fail') : undefined)

/** The way out of the phone. Functions go to `phone.cloud`; plain requests are none of this product's business in WeChat, so they fail loudly. */
export const network = {
  cloud: {
    init: () => {},
    callFunction: api('cloud.callFunction', async ({ name, data }) => {
      online()
      const result = await phone.cloud(String(name), JSON.parse(JSON.stringify(data ?? {})) as unknown)
      return { result: JSON.parse(JSON.stringify(result ?? null)) as unknown, requestID: 'local' }
    }),
  },
  uploadFile: api('uploadFile', () => online() ?? refuse('no upload server in a page test')),
  downloadFile: api('downloadFile', () => online() ?? refuse('no download server in a page test')),
  request: api('request', () => online() ?? refuse('a mini-program page asked for plain HTTP')),
}
