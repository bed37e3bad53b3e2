import Taro from '@tarojs/taro'

/**
 * Fetches a paper and opens it in the phone's own viewer, from where it can be kept or passed on. Rejects when it does not
 * come.
 *
 * @param name how its file is called; the viewer goes by its ending
 */
export async function openDocument(url: string, name = ''): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode >= 400) throw new Error(`the file did not come: ${statusCode}`)
  const type = name.endsWith('.xlsx') ? { fileType: 'xlsx' as const } : {}
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true, ...type })
}

/** Hands a text of the person's own to them: on the phone through the clipboard. Gives what became of it, in words. */
export async function takeOut(_fileName: string, text: string): Promise<string> {
  await Taro.setClipboardData({ data: text })
  return '已复制，可以粘贴到文件传输助手或备忘录保存'
}
