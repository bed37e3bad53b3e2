/** Opens a paper in a tab of its own, where the browser shows or saves it; one that no browser shows is saved under its name. */
export async function openDocument(url: string, name = ''): Promise<void> {
  if (name.endsWith('.xlsx')) save(url, name)
  else window.open(url, '_blank', 'noopener')
}

function save(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Hands a text of the person's own to them as a file. Gives what became of it, in words. */
export async function takeOut(fileName: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json;charset=utf-8' }))
  save(url, fileName)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return `已下载 ${fileName}`
}
