import type { Contracts } from '@/domain/contracts'
import { stageLabels } from '@/domain/guidance/labels'
import type { ParsedOf } from '@/domain/kit'
import { consultationFor, standingsIn, type ConsultationDoc } from '../../consultation/public'
import { contactsOf, enterprisesById } from '../../enterprise/public'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import { logged } from '../../kernel/logged'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { specialistById, type SpecialistDoc } from '../../service/public'
import { tellContacts, tellOwner, topicOf, aboutOf } from '../store/facts'
import { guidances, type MatchDoc } from '../store/guidances'
import { guidesFor, knowsTopic, type Guide } from '../store/guides'
import { openGuidance, standing } from './open-guidance'
import { TEAM } from './perform-change'

type C = Contracts['guidance']
type Start = ParsedOf<C['start']>
type StartCall = BoundCall<C['start']>

const ID_LENGTH = 26

/** The consultation that it comes out of, for whoever answers for that. */
const sourceOf = async (call: StartCall, { consultationId, enterpriseId, teamId }: Start) => {
  if (consultationId === undefined) return null
  const source = await consultationFor(consultationId)
  if (!source) throw call.refusal('notFound')
  if (!standingsIn(source, call.actor).some((one) => TEAM.includes(one))) throw call.refusal('notAllowed')
  if (source.enterpriseId !== enterpriseId || source.teamId !== teamId) throw call.refusal('notFound')
  return source
}

interface Chosen {
  person: { id: string; name: string; title: string }
  match: MatchDoc
  /** Whom the matching would have chosen; null where it was followed. */
  insteadOf: string | null
}

const isOf = (person: SpecialistDoc | null, teamId: string): person is SpecialistDoc =>
  person?.active === true && person.teamId === teamId

/** Why somebody whom the matching does not name cannot be chosen. */
const unfit = async (call: StartCall, id: string, { teamId }: Start) => {
  const person = await specialistById(id)
  return call.refusal(isOf(person, teamId) ? 'personConflict' : 'notInTeam')
}

const chosenOf = ({ person, reasons }: Guide, by: MatchDoc['by'], words: string, best: Guide | undefined): Chosen => ({
  person: { id: person.id, name: person.name, title: person.title },
  match: { personId: person.id, by, reasons, words },
  insteadOf: best && best.person.id !== person.id ? best.person.id : null,
})

const leads = ({ actor }: StartCall, teamId: string): boolean =>
  actor.grants.some(({ role, scope, scopeId }) => role === 'teamLeader' && (scope === 'zone' || scopeId === teamId))

/** Whom a leader names: against the matching, and without knowing the topic, only with words that the enterprise reads. */
const namedGuide = async (call: StartCall, input: Start, { id, guides }: { id: string; guides: readonly Guide[] }) => {
  const [best] = guides
  const named = guides.find(({ person }) => person.id === id)
  if (!named) throw await unfit(call, id, input)
  if (!knowsTopic(named) && input.reason === '') throw call.refusal('offTopic')
  return chosenOf(named, named === best ? 'matching' : 'leader', input.reason, best)
}

/** Who guides: whom a leader names, or the matching for them; a specialist themselves. */
const guideOf = async (call: StartCall, input: Start): Promise<Chosen> => {
  const { specialistId, teamId } = input
  const { memberId } = call.actor
  const guides = await guidesFor(input, call.now)
  const own = guides.find(({ person }) => person.id === memberId)
  const leader = leads(call, teamId)
  if (leader && specialistId !== undefined && specialistId !== memberId)
    return namedGuide(call, input, { id: specialistId, guides })
  if (own) return chosenOf(own, 'self', '', undefined)
  if (!leader || specialistId === memberId) throw await unfit(call, memberId, input)
  const [best] = guides
  if (!best) throw call.refusal('noGuide')
  return chosenOf(best, 'matching', '', undefined)
}

/** The enterprise, and who is to be turned to: whoever asked, while they still speak for it, else any of its contacts. */
const partnerOf = async (call: StartCall, enterpriseId: string, source: ConsultationDoc | null) => {
  const [known, contacts] = await Promise.all([enterprisesById([enterpriseId]), contactsOf([enterpriseId])])
  const enterprise = known.get(enterpriseId)
  if (!enterprise) throw call.refusal('notFound')
  const all = contacts.get(enterpriseId) ?? []
  const contact = all.find(({ memberId }) => memberId === source?.contactId) ?? all[0]
  if (!contact) throw call.refusal('noContact')
  return {
    enterprise: { id: enterpriseId, name: enterprise.name },
    contact: { id: contact.memberId, name: contact.name },
  }
}

/** @returns whether it was this call that began it */
const begin = async (
  call: StartCall,
  input: Start,
  { id, request, source }: { id: string; request: string; source: ConsultationDoc | null },
): Promise<boolean> => {
  const { actor, now } = call
  const { topic, teamId, words, project, reason } = input
  const { person, match, insteadOf } = await guideOf(call, input)
  const partner = await partnerOf(call, input.enterpriseId, source)
  await textCheck(call, project.name, words, reason)()
  const told = {
    ...{ _id: id, topic, ownerId: person.id },
    ...{ enterpriseId: partner.enterprise.id, enterpriseName: partner.enterprise.name },
  }
  const facts: Fact[] = [
    tellContacts(told, 'guidanceMoved', { ...topicOf(told), stage: stageLabels.diagnosis }, now),
    ...(person.id === actor.memberId ? [] : [tellOwner(told, 'guidanceAsked', aboutOf(told), now)]),
    ...(insteadOf === null ? [] : [logged(actor, 'guidance.override', told, [person.id, insteadOf], now)]),
  ]
  const opening = { id, request, topic, teamId, owner: person, question: words, project, match, facts, ...partner }
  return openGuidance(call, opening)
}

export const start: Handler<C['start']> = async (call, input) => {
  call.mustReach({ teamId: input.teamId })
  const source = await sourceOf(call, input)
  const request = derivedId(ID_LENGTH, call.actor.memberId, input.requestId)
  const id = source ? derivedId(ID_LENGTH, 'oneToOne', source._id) : request
  const known = await guidances.get(id)
  const isOurs = known ? known.request === request : await begin(call, input, { id, request, source })
  // Not begun by this call it was by an earlier try of it, or it is another: with whom and for what somebody else decided.
  if (!isOurs && (await guidances.get(id))?.request !== request) throw call.refusal('alreadyBegun')
  return standing(call, id, TEAM)
}
