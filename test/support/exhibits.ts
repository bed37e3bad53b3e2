/** Halls, exhibits and their files for tests of the functions. */
import type { ExhibitDoc } from '../../cloudfunctions/exhibit/store/exhibits'
import { buildExhibit, buildFile, buildPicture } from '../../config/seed/builders'
import type { InputFor } from '@/domain/contracts'
import type { FilePurpose, FileType } from '@/domain/file/rules'
import type { Grant } from '@/domain/kit'
import { cloud } from './cloud'
import { NOW, raise } from './park'

export type Draft = InputFor<'exhibit.create'>['draft']
export const EDITOR = 'editor'
export const editor: Grant = { role: 'editor', scope: 'zone', scopeId: '' }

export const refused = (code: string) => ({ ok: false, error: { code } })
export const ok = <T>(answer: { ok: true; data: T } | { ok: false; error: { code: string; detail?: unknown } }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${JSON.stringify(answer.error.detail)}`)
  return answer.data
}

/** Hall 1 with `n` exhibits 101, 102 …, whose ids are `EX101` …; all published. */
export const hallWith = (n: number, overrides: Partial<ExhibitDoc> = {}): ExhibitDoc[] => [
  buildExhibit('hall', 'h1', { title: '发展展示区' }, overrides),
  ...Array.from({ length: n }, (_unused, at) => {
    const number = String(101 + at)
    return buildExhibit('display', `EX${number}`, { hallId: 'h1', number, title: `展项${number}` })
  }),
]

export const raiseEditors = async (...openids: string[]): Promise<void> => {
  cloud.setNow(NOW)
  for (const openid of openids) await raise(openid, [editor])
}

export const storedExhibit = async (id: string) =>
  (await cloud.all<ExhibitDoc>('exhibits')).find(({ _id }) => _id === id)

/** A draft that could be published as it stands. */
export const draft = (overrides: Partial<Draft> = {}): Draft => ({
  hallId: 'h1',
  number: '101',
  title: '党建引领示范带',
  summary: '三区三室一吧一廊。',
  text: '园区党建工作的起点。',
  ...overrides,
})

/** A file that says it is a PNG of so many pixels; nothing looks further than its header. */
export const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(33)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header)
  header.writeUInt32BE(13, 8)
  header.write('IHDR', 12)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return header
}
export const mp3 = Buffer.from('ID3 a sound')
export const mp4 = Buffer.from('\0\0\0 ftypisom a film')

/** Announces and uploads a file; the draft names the ticket. */
export const upload = async (
  purpose: FilePurpose,
  content: Buffer,
  { as = EDITOR, type = 'png', name = '' }: { as?: string; type?: FileType; name?: string } = {},
): Promise<{ ticketId: string }> => {
  const announced = { purpose, type, size: content.length, name }
  const { ticketId, cloudPath } = ok(await cloud.as(as).call('file.ticket', announced))
  await fetch(`${cloud.local.url}/files/${cloudPath}`, {
    method: 'PUT',
    headers: { 'x-openid': as },
    body: new Uint8Array(content),
  })
  return { ticketId }
}

/** A picture of the draft, uploaded in both sizes. */
export const uploadPicture = async (alt = '园区航拍图', width = 1280) => ({
  file: await upload('exhibitPicture', png(width, 720)),
  small: await upload('exhibitSmall', png(160, 90)),
  alt,
})

/** A stored picture whose files are in no cloud. */
export const missingPicture = () =>
  buildPicture(buildFile('cloud://gone/a.png'), buildFile('cloud://gone/b.png'), '旧图')
