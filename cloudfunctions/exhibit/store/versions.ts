/** Collection `exhibitVersions`: what stood before, for undoing. The newest twenty of each exhibit are kept. */
import { _, collection, type Stored } from '../../kernel/db'
import { contentOf, type Content } from './content'
import type { ExhibitDoc, HistoryLine } from './exhibits'

export interface VersionDoc extends Stored, HistoryLine {
  exhibitId: string
  /** The `rev` at which it stood. */
  version: number
  content: Content
}

const versions = collection<VersionDoc>('exhibitVersions')
export const KEPT_VERSIONS = 20

const keyOf = (exhibitId: string, version: number): string => `${exhibitId}~${version}`

/** Keeps what stands before it is replaced. Its key is the revision, so a repetition and a lost race add nothing twice. */
export const keepVersion = async (exhibit: ExhibitDoc): Promise<void> => {
  const { _id, rev, changedAt, changedBy, history } = exhibit
  await versions.add({
    _id: keyOf(_id, rev),
    exhibitId: _id,
    version: rev,
    content: contentOf(exhibit),
    at: changedAt,
    by: changedBy,
    what: history.at(-1)?.what ?? 'saved',
  })
}

export const findVersion = (exhibitId: string, version: number): Promise<VersionDoc | null> =>
  versions.get(keyOf(exhibitId, version))

/** The latest first, with their contents: an editor's "undo" may name a file that only an earlier version shows. */
export const versionsOf = (exhibitId: string): Promise<VersionDoc[]> =>
  versions.list({ where: { exhibitId }, order: [['version', 'desc']], limit: KEPT_VERSIONS })

/** The latest first, without their contents. */
export const versionLines = (exhibitId: string): Promise<Omit<VersionDoc, 'content'>[]> =>
  versions.list({ where: { exhibitId }, order: [['version', 'desc']], limit: KEPT_VERSIONS, without: ['content'] })

/** Takes away what is older than the newest twenty. */
export const trimVersions = async (exhibitId: string): Promise<number> => {
  const lines = await versionLines(exhibitId)
  const oldest = lines[KEPT_VERSIONS - 1]
  return oldest ? versions.remove({ exhibitId, version: _.lt(oldest.version) }) : 0
}

/** Of an exhibit that is gone only its last version stays: it proves to a repeated call that it went. */
export const leaveLastVersion = (exhibitId: string, version: number): Promise<number> =>
  versions.remove({ exhibitId, version: _.lt(version) })
