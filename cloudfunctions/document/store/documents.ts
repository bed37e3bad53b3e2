/** Collection `documents`: files that were made for somebody, until they are swept. */
import type { DocumentKind } from '@/domain/document/rules'
import { DAY } from '@/domain/time'
import { _, cloud, collection, type Stored } from '../../kernel/db'
import { randomId } from '../../kernel/secrets'

interface DocumentDoc extends Stored {
  kind: DocumentKind
  owner: string
  fileId: string
  at: Date
}

const documents = collection<DocumentDoc>('documents')

/** Made anew at any time, so it is kept only as long as somebody may still be opening it. */
const KEPT_MS = DAY
const SWEEP = 50
const SECRET_LENGTH = 24

/**
 * Keeps a file and notes it for the sweeper.
 *
 * @returns its file id. The name cannot be guessed; the file is read through short-lived addresses alone.
 */
export const keepDocument = async (
  content: Buffer,
  { kind, owner, at }: Pick<DocumentDoc, 'kind' | 'owner' | 'at'>,
): Promise<string> => {
  const _id = randomId(SECRET_LENGTH)
  const { fileID } = await cloud.uploadFile({ cloudPath: `documents/${_id}.pdf`, fileContent: content })
  await documents.add({ _id, kind, owner, fileId: fileID, at })
  return fileID
}

/** Deletes what nobody needs any more. The note goes last: what was interrupted is found again. */
export const sweepDocuments = async (now: Date): Promise<void> => {
  const old = await documents.list({ where: { at: _.lt(new Date(now.getTime() - KEPT_MS)) }, limit: SWEEP })
  if (old.length === 0) return
  await cloud.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  await documents.remove({ _id: _.in(old.map(({ _id }) => _id)) })
}
