/** One hall of the centre with exhibits in it, for tests of what people see there. */
import { buildExhibit, buildFile, buildPicture } from '../../config/seed/builders'
import type { Content, StoredFile } from '../../cloudfunctions/exhibit/store/content'
import { cloud } from './cloud'

/** Puts a file into the running cloud and gives it as a document names it. */
export const storeFile = async (name: string, content = name): Promise<StoredFile> => {
  const { default: sdk } = await import('wx-server-sdk')
  sdk.init({})
  const { fileID } = await sdk.uploadFile({ cloudPath: `exhibits/${name}`, fileContent: Buffer.from(content) })
  return buildFile(fileID, { size: content.length, width: 1200, height: 900 })
}

/** A file that a document names and the cloud does not have. */
export const lostFile = buildFile('cloud://local.lost/exhibits/gone.jpg')

export const cues = [
  { at: 0, text: '欢迎来到发展展示区。' },
  { at: 4, text: '这里讲述园区的起步。' },
  { at: 9, text: '请看墙上的老照片。' },
]

export const sound = async (overrides: Partial<NonNullable<Content['audio']>> = {}) => ({
  file: await storeFile('101.mp3', 'x'.repeat(180 * 1024)),
  seconds: 14,
  synthetic: true,
  cues,
  ...overrides,
})

/** The exhibit that most tests are about. */
export const display = async (content: Partial<Content> = {}) =>
  buildExhibit('display', 'EXH101', {
    hallId: 'h1',
    number: '101',
    title: '园区起步',
    summary: '从一片荒滩说起。',
    text: '第一段。\n第二段。',
    pictures: [buildPicture(await storeFile('101.jpg'), await storeFile('101-small.jpg'), '一张老照片')],
    ...content,
  })

export const nextDisplay = buildExhibit('display', 'EXH102', {
  hallId: 'h1',
  number: '102',
  title: '第一家企业',
  summary: '它在这里落户。',
  text: '第二项的正文。',
})

export const hall = buildExhibit('hall', 'h1', { title: '发展展示区', summary: '看园区怎样走来。' })

/** Puts hall, exhibit and the one after it into the cloud. */
export const openHall = async (content: Partial<Content> = {}): Promise<void> =>
  cloud.put('exhibits', hall, await display(content), nextDisplay)
