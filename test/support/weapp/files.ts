import { get } from 'node:http'

type Options = Record<string, unknown>
type Run = (options: Options) => unknown

let downloads = 0

/** Plain HTTP from the cloud of the test, as the platform's own downloader does it. */
const fetched = (url: string) =>
  new Promise<{ statusCode: number; bytes: Uint8Array }>((resolve, reject) =>
    get(url, (answer) => {
      const parts: Uint8Array[] = []
      answer.on('data', (part: Uint8Array) => parts.push(part))
      answer.on('end', () => resolve({ statusCode: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }))
    }).on('error', reject),
  )

/** Fetches a file into the phone's temporary files. */
export const download =
  (files: Map<string, Uint8Array>): Run =>
  async ({ url }) => {
    const { statusCode, bytes } = await fetched(String(url))
    const tempFilePath = `http://tmp/${(downloads += 1)}`
    files.set(tempFilePath, bytes)
    return { tempFilePath, statusCode }
  }

/** The parts of the phone's file system that the app uses; each is asked with callbacks. */
export function fileSystem(files: Map<string, Uint8Array>): Record<string, Run> {
  const read = (path: unknown) => {
    const bytes = files.get(String(path))
    if (bytes === undefined) throw new Error(`no such file or directory "${String(path)}"`)
    return bytes
  }
  return {
    saveFile: ({ tempFilePath }) => {
      const savedFilePath = String(tempFilePath).replace('/tmp/', '/store/')
      files.set(savedFilePath, read(tempFilePath))
      files.delete(String(tempFilePath))
      return { savedFilePath }
    },
    removeSavedFile: ({ filePath }) => {
      read(filePath)
      files.delete(String(filePath))
    },
    getFileInfo: ({ filePath }) => ({ size: read(filePath).length }),
    access: ({ path }) => void read(path),
  }
}
