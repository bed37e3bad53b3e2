import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { checkCloudPath, type FileAddresses } from '../files/address'
import type { FileStore } from '../files/store'
import { isObject } from '../http/message'
import { limits } from '../limits'
import { notSupported, type AdminAnswer, type AdminHandler } from './admin'

export type StorageOptions = { files: FileStore; addresses: FileAddresses }

type Params = Record<string, unknown>

/** `storage.…`: what `cloud.uploadFile`, `downloadFile`, `getTempFileURL` and `deleteFile` send. */
export function storageHandler(options: StorageOptions): AdminHandler {
  const actions: Record<string, (params: Params) => AdminAnswer> = {
    'storage.getUploadMetadata': (params) => uploadMetadata(params, options),
    'storage.batchGetDownloadUrl': (params) => ({ data: { download_list: downloadList(params, options) } }),
    'storage.batchDeleteFile': (params) => ({ data: { delete_list: deleteList(params, options) } }),
    'storage.batchCopyFile': (params) => ({ data: { copy_list: copyList(params, options) } }),
    'storage.getFileAuthority': (params) => ({ data: authorities(params, options) }),
  }
  return ({ action, params }) => {
    const answer = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!answer) throw notSupported(action)
    return { ...answer(params), requestId: randomUUID() }
  }
}

/** Where to PUT a file, and with what key. */
function uploadMetadata(params: Params, { addresses }: StorageOptions): AdminAnswer {
  const cloudPath = checkCloudPath(params.path)
  const fileId = addresses.fileId(cloudPath)
  const authorization = addresses.uploadKey(cloudPath)
  return {
    data: { url: addresses.uploadUrl(cloudPath), token: 'local', authorization, fileId, cosFileId: cosFileId(fileId) },
  }
}

function downloadList(params: Params, { files, addresses }: StorageOptions): Params[] {
  return batch(params.file_list, 'fileList').map((item) => {
    const fileID = String(isObject(item) ? item.fileid : item)
    const cloudPath = addresses.pathOf(fileID)
    if (cloudPath === undefined || !files.info(cloudPath)) return { fileID, ...notThere }
    const maxAge = secondsOf(isObject(item) ? item.max_age : undefined)
    return { fileID, code: 'SUCCESS', tempFileURL: addresses.temporaryUrl(cloudPath, maxAge), maxAge }
  })
}

function deleteList(params: Params, { files, addresses }: StorageOptions): Params[] {
  return batch(params.fileid_list, 'fileList').map((item) => {
    const fileID = String(item)
    const cloudPath = addresses.pathOf(fileID)
    const removed = cloudPath !== undefined && files.remove(cloudPath)
    return removed ? { fileID, code: 'SUCCESS' } : { fileID, ...notThere }
  })
}

function copyList(params: Params, { files, addresses }: StorageOptions): Params[] {
  return batch(params.file_list, 'fileList').map((item) => {
    const { src_path: from, dst_path: to, overwrite, remove_original: move } = isObject(item) ? item : {}
    const source = files.read(checkCloudPath(from))
    const target = checkCloudPath(to)
    if (!source) return notThere
    if (overwrite === false && files.info(target)) return { code: 'STORAGE_REQUEST_FAIL', message: `${target} exists` }
    files.put(target, source.content, source.info.contentType, source.info.owner)
    if (move === true) files.remove(source.info.path)
    return { fileId: addresses.fileId(target), code: 'SUCCESS' }
  })
}

/** Who uploaded a file may read and write it from a client, nobody else. */
function authorities(params: Params, { files, addresses }: StorageOptions): Params[] {
  return batch(params.fileList, 'fileList').map((item) => {
    const path = String(isObject(item) ? item.path : '')
    const owner = files.info(path)?.owner
    const own = owner !== undefined && owner === params.openId
    return { path, cosFileId: cosFileId(addresses.fileId(path)), read: own, write: own }
  })
}

/** The SDK sends it back in a header, where only plain characters can stand. */
function cosFileId(fileId: string): string {
  return Buffer.from(fileId).toString('base64')
}

const notThere = { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists' }

/** @throws CloudError INVALID_PARAM for anything but a list of 1 to 50 */
function batch(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list) || list.length === 0)
    throw new CloudError('INVALID_PARAM', `${name} has to be a list that is not empty`)
  if (list.length > limits.fileBatch)
    throw new CloudError('INVALID_PARAM', `${name} has more than ${limits.fileBatch} files`)
  return list as unknown[]
}

function secondsOf(maxAge: unknown): number {
  if (typeof maxAge !== 'number' || !(maxAge > 0)) return limits.temporaryUrlSeconds
  return Math.min(Math.floor(maxAge), limits.temporaryUrlMaxSeconds)
}
