import Taro from '@tarojs/taro'
import { Broken, Unreachable, type FunctionEvent, type UploadWatch } from './transport-errors'

/** Error numbers from here down come from the cloud's own servers: a function that crashed or ran out of time. */
const SERVER_ERRORS_FROM = -400_000

let ready = false

function cloud(): typeof Taro.cloud {
  // Without an `env` the platform takes the one that belongs to this mini-program.
  if (!ready) void Taro.cloud.init({})
  ready = true
  return Taro.cloud
}

const errorNumber = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errCode' in error ? Number(error.errCode) : 0

/**
 * Sends one call to the cloud function of a context and gives its return value. Throws `Unreachable` or `Broken`.
 * @param _timeoutMs the platform has a limit of its own; whoever calls stops waiting by itself
 */
export async function send(context: string, event: FunctionEvent, _timeoutMs: number): Promise<unknown> {
  try {
    const { result } = await cloud().callFunction({ name: context, data: event })
    return result
  } catch (error) {
    throw errorNumber(error) <= SERVER_ERRORS_FROM ? new Broken(error) : new Unreachable(error)
  }
}

/** Uploads a local file to the path that a ticket allows. Rejects with `Unreachable`, also when it is stopped. */
export function upload(cloudPath: string, filePath: string, watch: UploadWatch): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const task = cloud().uploadFile({
      cloudPath,
      filePath,
      success: () => resolve(),
      fail: (error) => reject(new Unreachable(error)),
    })
    task.onProgressUpdate(({ progress }) => watch.onProgress?.(progress / 100))
    watch.onBegun?.(() => task.abort())
  })
}
