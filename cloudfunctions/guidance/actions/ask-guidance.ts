import type { Contracts } from '@/domain/contracts'
import { fileWords } from '@/domain/consultation/labels'
import { MAX_OPEN_GUIDANCES } from '@/domain/guidance/rules'
import type { ParsedOf } from '@/domain/kit'
import { consultationFor, listOneToOne } from '../../consultation/public'
import { enterprisesById } from '../../enterprise/public'
import { claimFiles, releaseFiles } from '../../file/public'
import { textCheck } from '../../kernel/content'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { specialistById } from '../../service/public'
import { aboutOf, tellOwner } from '../store/facts'
import { findGuidances, guidances, type GuidanceDoc, type SlotDoc } from '../store/guidances'
import { guidesFor, type Guide } from '../store/guides'
import { openGuidance, standing } from './open-guidance'

type C = Contracts['guidance']
type Ask = ParsedOf<C['ask']>
type AskCall = BoundCall<C['ask']>

export const guides: Handler<C['guides']> = async (call, { enterpriseId, topic, teamId }) => {
  call.mustReach({ enterpriseId, ...(teamId === undefined ? {} : { teamId }) })
  const found = await guidesFor({ enterpriseId, topic, teamId }, call.now)
  return { now: call.now, items: found.map(({ person, reasons }) => ({ specialist: person, reasons })) }
}

const ID_LENGTH = 26
const SHORT_ID_LENGTH = 16
/** How often one project can be guided, one time after the other. */
const MOST_TIMES = 20

type Project = GuidanceDoc['project']
const isSame = (a: Project, b: Project): boolean => a.programme === b.programme && a.name === b.name

/**
 * The key under which a project of an enterprise is guided: the next one where an earlier guidance of it is over. So of two
 * who ask for the same at one moment one begins it.
 */
const keyOf = async (call: AskCall, { enterpriseId, project: { name, programme } }: Ask, request: string) => {
  for (let nth = 0; nth < MOST_TIMES; nth++) {
    const id = derivedId(ID_LENGTH, 'asked', enterpriseId, programme, name, String(nth))
    const known = await guidances.get(id)
    if (!known) return { id, isOurs: false }
    if (known.request === request) return { id, isOurs: true }
    if (!(await consultationFor(id))?.over) break
  }
  throw call.refusal('alreadyGuided')
}

/** What the team began for the same project counts too. That there are no more than so many closes no race: it spares people. */
const mustHaveRoom = async (call: AskCall, { enterpriseId, project }: Ask): Promise<void> => {
  const { rows } = await listOneToOne({ enterpriseId }, false, null)
  const open = await findGuidances(rows.map(({ _id }) => _id))
  if ([...open.values()].some((one) => isSame(one.project, project))) throw call.refusal('alreadyGuided')
  if (rows.length >= MAX_OPEN_GUIDANCES) throw call.refusal('tooManyGuidances')
}

/** Whom the enterprise names, else who fits best. */
const guideOf = async (call: AskCall, { specialistId, enterpriseId, topic }: Ask): Promise<Guide> => {
  const found = await guidesFor({ enterpriseId, topic }, call.now)
  const chosen = specialistId === undefined ? found[0] : found.find(({ person }) => person.id === specialistId)
  if (chosen) return chosen
  if (specialistId === undefined) throw call.refusal('noGuide')
  throw call.refusal((await specialistById(specialistId))?.active ? 'personConflict' : 'personGone')
}

const TITLE_LENGTH = 40

/** A kind of file for each that came along, named as the file is. */
const papersOf = async (call: AskCall, { tickets }: Ask, id: string): Promise<SlotDoc[]> => {
  if (tickets.length === 0) return []
  const { actor, now } = call
  const claim = { owner: actor.memberId, purpose: 'guidanceFile', record: `guidance:${id}` } as const
  const files = await claimFiles(tickets, claim)
  if (!files) throw call.refusal('fileUnusable')
  return [...files].map(([ticket, { fileId, name, size }], at) => {
    const ending = /\.[a-z0-9]{2,5}$/i.exec(name || fileId)?.[0] ?? ''
    const plain = name === '' ? fileWords(at + 1, '') : name.slice(0, -ending.length || undefined)
    const twice = [...files.values()].slice(0, at).some((one) => one.name === name && name !== '')
    const version = {
      ...{ id: ticket, fileId, name: name || fileWords(at + 1, ending), size, at: now, note: '' },
      ...{ by: actor.memberId, byName: actor.name, side: 'enterprise' as const },
    }
    const title = `${plain.slice(0, TITLE_LENGTH - 2)}${twice ? ` ${at + 1}` : ''}`
    return { id: derivedId(SHORT_ID_LENGTH, id, ticket), title, versions: [version] }
  })
}

/** @returns whether it was this call that began it */
const begin = async (call: AskCall, input: Ask, { id, request }: { id: string; request: string }): Promise<boolean> => {
  const { actor, now } = call
  const { enterpriseId, topic, project, words, specialistId } = input
  await mustHaveRoom(call, input)
  const { person, reasons } = await guideOf(call, input)
  const { id: ownerId, teamId, name, title } = person
  const enterpriseName = (await enterprisesById([enterpriseId])).get(enterpriseId)?.name ?? ''
  await textCheck(call, project.name, words)()
  const files = await papersOf(call, input, id)
  const told = { _id: id, topic, ownerId, enterpriseId, enterpriseName }
  return openGuidance(call, {
    ...{ id, topic, teamId, owner: { id: ownerId, name, title }, question: words, project, request, files },
    enterprise: { id: enterpriseId, name: enterpriseName },
    contact: { id: actor.memberId, name: actor.name },
    match: { personId: ownerId, by: specialistId === undefined ? 'matching' : 'enterprise', reasons, words: '' },
    facts: [tellOwner(told, 'guidanceAsked', aboutOf(told), now)],
  })
}

export const ask: Handler<C['ask']> = async (call, input) => {
  const { actor } = call
  call.mustReach({ enterpriseId: input.enterpriseId })
  const request = derivedId(ID_LENGTH, actor.memberId, input.requestId)
  const { id, isOurs } = await keyOf(call, input, request)
  // Not begun by this call it was by an earlier try of it, which has the files, or somebody else was quicker.
  if (!isOurs && !(await begin(call, input, { id, request })) && (await guidances.get(id))?.request !== request) {
    if (input.tickets.length > 0) await releaseFiles(input.tickets)
    throw call.refusal('alreadyGuided')
  }
  return standing(call, id, ['enterprise'])
}
