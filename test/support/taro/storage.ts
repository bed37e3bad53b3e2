import { api, refuse } from './answer'
import { phone, type PickedFile } from './phone'

const picked = (): PickedFile[] => {
  const files = phone.picks.shift() ?? refuse('cancel')
  for (const file of files) phone.files.set(file.path, file.bytes ?? new Uint8Array(file.size))
  return files
}

const read = (path: string) => phone.files.get(path) ?? refuse(`no such file or directory, open "${path}"`)

function decode(bytes: Uint8Array, encoding: unknown) {
  return encoding === undefined ? bytes.slice().buffer : Buffer.from(bytes).toString(encoding as BufferEncoding)
}

const toBytes = (data: unknown, encoding: unknown) =>
  typeof data === 'string'
    ? new Uint8Array(Buffer.from(data, (encoding ?? 'utf8') as BufferEncoding))
    : new Uint8Array(data as ArrayBuffer)

/** A picture's size as a PNG's header says it; anything else is small. */
function pixels(path: string): { width: number; height: number } {
  const bytes = Buffer.from(phone.files.get(path) ?? [])
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return { width: 100, height: 100 }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

let compressed = 0

/** The same picture in another size; of a PNG only the header is true. */
function resize({ src, compressedWidth, compressedHeight }: Record<string, unknown>) {
  if (typeof compressedWidth !== 'number' || typeof compressedHeight !== 'number') return { tempFilePath: src }
  const bytes = Buffer.from(phone.files.get(String(src)) ?? refuse('no such picture'))
  bytes.writeUInt32BE(compressedWidth, 16)
  bytes.writeUInt32BE(compressedHeight, 20)
  const tempFilePath = `wxfile://tmp/smaller-${(compressed += 1)}.png`
  phone.files.set(tempFilePath, bytes)
  return { tempFilePath }
}

const fileSystem = {
  readFile: api('readFile', ({ filePath, encoding }) => ({ data: decode(read(String(filePath)), encoding) })),
  readFileSync: (path: string, encoding?: string) => decode(read(path), encoding),
  writeFile: api('writeFile', ({ filePath, data, encoding }) => {
    phone.files.set(String(filePath), toBytes(data, encoding))
  }),
  writeFileSync: (path: string, data: unknown, encoding?: string) =>
    void phone.files.set(path, toBytes(data, encoding)),
  unlink: api('unlink', ({ filePath }) => void phone.files.delete(String(filePath))),
  access: api('access', ({ path }) => void read(String(path))),
  saveFile: api('saveFile', ({ tempFilePath }) => {
    const savedFilePath = String(tempFilePath).replace('/tmp/', '/store/')
    phone.files.set(savedFilePath, read(String(tempFilePath)))
    phone.files.delete(String(tempFilePath))
    return { savedFilePath }
  }),
  removeSavedFile: api('removeSavedFile', ({ filePath }) => {
    read(String(filePath))
    phone.files.delete(String(filePath))
  }),
  getFileInfo: api('getFileInfo', ({ filePath }) => ({ size: read(String(filePath)).length })),
}

/** What stays on the phone: keys and files. */
export const storage = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  setStorageSync: (key: string, value: unknown) => phone.keep(key, value),
  getStorageSync: (key: string) => phone.recall(key),
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  clearStorageSync: () => phone.storage.clear(),
  getStorageInfoSync: () => {
    const size = [...phone.storage.values()].reduce((sum, kept) => sum + kept.length, 0)
    return { keys: [...phone.storage.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10240 }
  },
  setStorage: api('setStorage', ({ key, data }) => phone.keep(String(key), data)),
  getStorage: api('getStorage', ({ key }) =>
    phone.storage.has(String(key)) ? { data: phone.recall(String(key)) } : refuse('data not found'),
  ),
  removeStorage: api('removeStorage', ({ key }) => void phone.storage.delete(String(key))),
  chooseImage: api('chooseImage', () => {
    const files = picked()
    return { tempFilePaths: files.map(({ path }) => path), tempFiles: files.map(({ path, size }) => ({ path, size })) }
  }),
  chooseMedia: api('chooseMedia', () => ({
    type: 'image',
    tempFiles: picked().map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
  })),
  chooseMessageFile: api('chooseMessageFile', () => ({
    tempFiles: picked().map((file) => ({ ...file, type: 'file', time: 0 })),
  })),
  getImageInfo: api('getImageInfo', ({ src }) => ({
    path: src,
    ...pixels(String(src)),
    type: 'png',
    orientation: 'up',
  })),
  compressImage: api('compressImage', resize),
  saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', () => {}),
  openDocument: api('openDocument', ({ filePath }) => void read(String(filePath))),
  getFileSystemManager: () => fileSystem,
}
