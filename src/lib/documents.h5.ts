/** Opens a paper in a tab of its own, where the browser shows or saves it. */
export async function openDocument(url: string): Promise<void> {
  window.open(url, '_blank', 'noopener')
}

/** Hands a text of the person's own to them as a file. Gives what became of it, in words. */
export async function takeOut(fileName: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return `已下载 ${fileName}`
}
