import { get } from 'node:http'
import { api, refuse } from './answer'
import { phone } from './phone'

const online = () => (phone.network === 'none' ? refuse('request:fail') : undefined)

let downloads = 0

/** Plain HTTP, past jsdom: from the cloud of the test. */
const fetched = (url: string) =>
  new Promise<{ statusCode: number; bytes: Uint8Array }>((resolve, reject) =>
    get(url, (answer) => {
      const parts: Uint8Array[] = []
      answer.on('data', (part: Uint8Array) => parts.push(part))
      answer.on('end', () => resolve({ statusCode: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }))
    }).on('error', reject),
  )

type UploadOptions = { cloudPath: string; filePath: string; success?: () => void; fail?: (error: object) => void }

/** As in WeChat: a task at once, which tells how far it is and can be stopped; the outcome through the callbacks. */
function uploadToCloud({ cloudPath, filePath, success, fail }: UploadOptions) {
  let stopped = false
  const heard = new Set<(event: { progress: number }) => void>()
  const failed = (reason: string) => fail?.({ errMsg: `uploadFile:fail ${reason}` })
  const send = async () => {
    await Promise.resolve()
    if (phone.network === 'none') return failed('network')
    heard.forEach((listener) => listener({ progress: 50 }))
    await phone.store(cloudPath, phone.files.get(filePath) ?? new Uint8Array())
    if (!stopped) success?.()
  }
  void send().catch((error: unknown) => failed(String(error)))
  return {
    onProgressUpdate: (listener: (event: { progress: number }) => void) => heard.add(listener),
    abort: () => {
      stopped = true
      failed('abort')
    },
  }
}

/** The way out of the phone. Functions go to `phone.cloud`; plain requests are none of this product's business in WeChat, so they fail loudly. */
export const network = {
  cloud: {
    init: () => {},
    uploadFile: uploadToCloud,
    callFunction: api('cloud.callFunction', async ({ name, data }) => {
      online()
      const result = await phone.cloud(String(name), JSON.parse(JSON.stringify(data ?? {})) as unknown)
      return { result: JSON.parse(JSON.stringify(result ?? null)) as unknown, requestID: 'local' }
    }),
  },
  uploadFile: api('uploadFile', () => online() ?? refuse('no upload server in a page test')),
  downloadFile: api('downloadFile', async ({ url }) => {
    online()
    const { statusCode, bytes } = await fetched(String(url))
    const tempFilePath = `wxfile://tmp/${(downloads += 1)}`
    phone.files.set(tempFilePath, bytes)
    return { tempFilePath, statusCode }
  }),
  request: api('request', () => online() ?? refuse('a mini-program page asked for plain HTTP')),
}
