import { createHmac, timingSafeEqual } from 'node:crypto'
import { CloudError } from '../errors'
import { limits } from '../limits'

/** Turns cloud paths into file ids and signed addresses and back. `now` is in milliseconds of the cloud's clock. */
export type FileAddresses = ReturnType<typeof fileAddresses>

export function fileAddresses(options: { url: string; env: string; secret: string; now: () => number }) {
  const { url, env, secret, now } = options
  // The platform's buckets are named after the environment as well, with its first letters in hexadecimal.
  const bucket = `${Buffer.from(env.slice(0, 2)).toString('hex')}-${env}-1300000000`
  const root = `cloud://${env}.${bucket}/`
  const sign = (verb: string, cloudPath: string, expires: number) =>
    createHmac('sha256', secret).update(`${verb}\n${cloudPath}\n${expires}`).digest('hex')
  return {
    bucket,
    fileId: (cloudPath: string) => root + cloudPath,
    /** The cloud path in a file id of this environment. */
    pathOf: (fileId: string) => (fileId.startsWith(root) ? fileId.slice(root.length) : undefined),
    /** An address that shows the file for `seconds`. Its path is not percent-encoded: the SDK does that before it asks. */
    temporaryUrl(cloudPath: string, seconds: number): string {
      const expires = Math.floor(now() / 1000) + seconds
      return `${url}/files/${cloudPath}?sign=${sign('GET', cloudPath, expires)}&t=${expires}`
    },
    uploadUrl: (cloudPath: string) => `${url}/files/${cloudPath.split('/').map(encodeURIComponent).join('/')}`,
    /** What the SDK shows when it uploads to `cloudPath` within the next 15 minutes. */
    uploadKey(cloudPath: string): string {
      const expires = Math.floor(now() / 1000) + 900
      return `${expires}.${sign('PUT', cloudPath, expires)}`
    },
    isValid(verb: 'GET' | 'PUT', cloudPath: string, signature: string, expires: number): boolean {
      const expected = Buffer.from(sign(verb, cloudPath, expires))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected) && expires * 1000 > now()
    },
  }
}

/**
 * Checks a cloud path as the platform does: no empty, `.` or `..` part, not too long, nothing that an address cannot carry.
 * @throws CloudError INVALID_PARAM
 */
export function checkCloudPath(cloudPath: unknown): string {
  if (typeof cloudPath !== 'string' || cloudPath === '')
    throw new CloudError('INVALID_PARAM', 'cloudPath has to be a text')
  const parts = cloudPath.split('/')
  const wrong = parts.some((part) => part === '' || part === '.' || part === '..')
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (wrong || /[\u0000-\u001f\u007f\\?#]/.test(cloudPath) || Buffer.byteLength(cloudPath) > limits.cloudPath) {
    throw new CloudError('INVALID_PARAM', `cloudPath is not valid: ${cloudPath.slice(0, 100)}`)
  }
  return cloudPath
}
