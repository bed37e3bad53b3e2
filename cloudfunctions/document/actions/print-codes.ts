import type { Contracts } from '@/domain/contracts'
import { CODES_A_PAGE, MAX_CODES } from '@/domain/document/rules'
import { documentKindLabels } from '@/domain/document/labels'
import { hallLabels } from '@/domain/exhibit/labels'
import { sceneOf, WALL_CODE_PAGE } from '@/domain/exhibit/rules'
import { wallCodeLines } from '../../exhibit/public'
import { temporaryUrls } from '../../file/public'
import { cloud } from '../../kernel/db'
import { logChange, logUnexpected } from '../../kernel/log'
import type { Handler } from '../../kernel/serve'
import { keepDocument } from '../store/documents'
import type { WallCode } from '../store/wall-sheet'

/** Pixels of a code: 108 points at 300 dots to the inch. */
const CODE_WIDTH = 450
/** Codes asked for at the same time: each is made anew and has to come within the time that the SDK waits. */
const AT_ONCE = 2

/** The mini-program's code for an exhibit's number, as a picture. */
const pictureOf = async (number: string): Promise<Buffer> => {
  // An exhibit may be printed before the version of the mini-program that shows it is out.
  const options = { scene: sceneOf(number), page: WALL_CODE_PAGE, width: CODE_WIDTH, checkPath: false }
  const { buffer } = await cloud.openapi.wxacode.getUnlimited(options)
  return buffer
}

const withPictures = async (lines: readonly Omit<WallCode, 'picture'>[]): Promise<WallCode[]> => {
  const codes: WallCode[] = []
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE)
    codes.push(...(await Promise.all(some.map(async (line) => ({ ...line, picture: await pictureOf(line.number) })))))
  }
  return codes
}

export const wallCodes: Handler<Contracts['document']['wallCodes']> = async (call, { hallId }) => {
  call.mustReach({})
  const lines = await wallCodeLines(hallId)
  if (lines.length === 0) throw call.refusal('nothingToPrint')
  if (lines.length > MAX_CODES) throw call.refusal('tooManyCodes', { most: MAX_CODES })
  const codes = await withPictures(lines).catch((error: unknown) => {
    logUnexpected('document.wallCodes', hallId ?? 'all', error)
    throw call.refusal('codeServiceDown')
  })
  const name = `${documentKindLabels.wallCodes}${hallId ? `·${hallLabels[hallId]}` : ''}.pdf`
  // The writer is big, and few calls need it.
  const { wallSheet } = await import('../store/wall-sheet')
  const content = await wallSheet(codes, name)
  const owner = call.actor.memberId
  const fileId = await keepDocument(content, { kind: 'wallCodes', owner, at: call.now })
  const operation = { what: 'document.wallCodes', object: hallId ?? 'all', subjects: [] }
  await logChange(call.actor, call.now, operation, String(call.now.getTime()))
  const urls = await temporaryUrls([fileId])
  return {
    name,
    url: urls.get(fileId) ?? '',
    size: content.length,
    codes: codes.length,
    pages: Math.ceil(codes.length / CODES_A_PAGE),
  }
}
