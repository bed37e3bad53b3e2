import Taro from '@tarojs/taro'

/** A picture that was fetched and saved. */
export interface SavedPicture {
  /** The platform's name of the file, to be opened by later. */
  file: string
  bytes: number
  /** What an image shows. */
  src: string
}

/** Saves a picture on the phone. Rejects when it cannot be fetched or saved. */
export async function fetchPicture(url: string): Promise<SavedPicture> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  // The platform calls an answer in words that the file is gone a success too.
  if (statusCode !== 200) throw new Error(`picture answered with ${statusCode}`)
  const files = Taro.getFileSystemManager()
  const file = await new Promise<string>((resolve, reject) =>
    files.saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(String(savedFilePath)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  const bytes = await new Promise<number>((resolve, reject) =>
    files.getFileInfo({
      filePath: file,
      success: ({ size }) => resolve(size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  return { file, bytes, src: file }
}

/** What an image shows of a saved picture; undefined when the system has cleared it away. */
export function openPicture(file: string): Promise<string | undefined> {
  return new Promise((resolve) =>
    Taro.getFileSystemManager().access({
      path: file,
      success: () => resolve(file),
      fail: () => resolve(undefined),
    }),
  )
}

/** Gives a saved picture's room back. */
export function dropPicture(file: string): void {
  Taro.getFileSystemManager().removeSavedFile({
    filePath: file,
    fail: ({ errMsg }) => console.info('picture was gone already', errMsg),
  })
}
