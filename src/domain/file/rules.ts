/** What may be uploaded for what, and how a file proves its type. No I/O. */

export const FILE_PURPOSES = [
  'eventPicture',
  'eventMaterial',
  'exhibitPicture',
  'exhibitSmall',
  'exhibitSound',
  'exhibitFilm',
  'consultationFile',
  'guidanceFile',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

export const FILE_TYPES = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'mp3', 'mp4'] as const
export type FileType = (typeof FILE_TYPES)[number]

const KB = 1024
const MB = 1024 * KB
const PICTURES: readonly FileType[] = ['jpg', 'png', 'webp']

/** Per purpose: the types that are taken and the largest size in bytes. */
export const FILE_LIMITS: Record<FilePurpose, { types: readonly FileType[]; maxBytes: number }> = {
  eventPicture: { types: PICTURES, maxBytes: 2 * MB },
  /** Resized on the phone before: 1280 px for showing, and a small one that is kept for walking without a network. */
  exhibitPicture: { types: PICTURES, maxBytes: MB },
  exhibitSmall: { types: PICTURES, maxBytes: 60 * KB },
  exhibitSound: { types: ['mp3'], maxBytes: 12 * MB },
  exhibitFilm: { types: ['mp4'], maxBytes: 40 * MB },
  /** What an enterprise or its adviser sends along: read by both and by the team's leader only. */
  consultationFile: { types: [...PICTURES, 'pdf', 'docx', 'xlsx', 'pptx'], maxBytes: 10 * MB },
  /** Versions of an application's papers, between an enterprise and who guides it. */
  guidanceFile: { types: [...PICTURES, 'pdf', 'docx', 'xlsx', 'pptx'], maxBytes: 10 * MB },
  eventMaterial: { types: [...PICTURES, 'pdf', 'docx', 'xlsx', 'pptx'], maxBytes: 10 * MB },
}

/** Characters of a file's own name. */
export const NAME_LENGTH = 60
/** Whether it is a picture: the platform names those itself, so that their names say nothing. */
export const isPicture = (type: FileType): boolean => PICTURES.includes(type)

/** An upload that no record has claimed by then is swept. */
export const UNCLAIMED_MS = 2 * 3600_000

type Opening = readonly (number | null)[]
const ZIP: readonly Opening[] = [[0x50, 0x4b, 0x03, 0x04]]
/** How a file of each type may begin; `null` skips a byte. Office files are ZIP archives; sound has its tags or a frame first. */
const MAGIC: Record<FileType, readonly Opening[]> = {
  jpg: [[0xff, 0xd8, 0xff]],
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  webp: [[0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  pdf: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  mp3: [
    [0x49, 0x44, 0x33],
    [0xff, 0xfb],
    [0xff, 0xf3],
    [0xff, 0xf2],
  ],
  mp4: [[null, null, null, null, 0x66, 0x74, 0x79, 0x70]],
}

/** Whether a file's first bytes are those of the type it was announced as. */
export const looksLike = (type: FileType, bytes: Uint8Array): boolean =>
  MAGIC[type].some((opening) => opening.every((byte, at) => byte === null || bytes[at] === byte))

export type FileRefusal = 'fileTypeRefused' | 'fileTooLarge'

export const ticketDecision = (purpose: FilePurpose, type: FileType, size: number): FileRefusal | null => {
  const { types, maxBytes } = FILE_LIMITS[purpose]
  if (!types.includes(type)) return 'fileTypeRefused'
  return size > maxBytes ? 'fileTooLarge' : null
}
