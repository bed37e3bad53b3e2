import type { Contracts } from '@/domain/contracts'
import { consultationFor, standingsIn, type ConsultationDoc, type Opening } from '../../consultation/public'
import { contactsOf, enterprisesById } from '../../enterprise/public'
import { newFact } from '../../kernel/facts'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import type { ParsedOf } from '@/domain/kit'
import { stageLabels } from '@/domain/guidance/labels'
import { specialistById } from '../../service/public'
import { handOverAll } from '../reactions'
import { tellContacts, topicOf } from '../store/facts'
import { guidances, newGuidance } from '../store/guidances'
import { viewOf } from '../store/views'
import { admit, TEAM, textCheck } from './perform-change'

type C = Contracts['guidance']
type Start = ParsedOf<C['start']>
type StartCall = BoundCall<C['start']>

const ID_LENGTH = 26

/** The consultation that it comes out of, for whoever answers for that. */
const sourceOf = async (call: StartCall, { consultationId, enterpriseId, teamId }: Start) => {
  if (consultationId === undefined) return null
  const source = await consultationFor(consultationId)
  if (!source) throw call.refusal('notFound')
  if (!standingsIn(source, call.actor).some((standing) => TEAM.includes(standing))) throw call.refusal('notAllowed')
  if (source.enterpriseId !== enterpriseId || source.teamId !== teamId) throw call.refusal('notFound')
  return source
}

/** Who guides: whom a leader names, else the caller. */
const guideOf = async (call: StartCall, { specialistId, teamId, enterpriseId }: Start) => {
  const leads = call.actor.grants.some(({ role, scopeId }) => role === 'teamLeader' && scopeId === teamId)
  const id = leads && specialistId !== undefined ? specialistId : call.actor.memberId
  const person = await specialistById(id)
  if (!person || person.teamId !== teamId || !person.active) throw call.refusal('notInTeam')
  if (person.conflicts.includes(enterpriseId)) throw call.refusal('personConflict')
  return { id, name: person.name, title: person.title }
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

export const start: Handler<C['start']> = async (call, input) => {
  const { actor, now } = call
  call.mustReach({ teamId: input.teamId })
  const source = await sourceOf(call, input)
  const id = source
    ? derivedId(ID_LENGTH, 'oneToOne', source._id)
    : derivedId(ID_LENGTH, actor.memberId, input.requestId)
  if (!(await guidances.get(id))) {
    const owner = await guideOf(call, input)
    const partner = await partnerOf(call, input.enterpriseId, source)
    await textCheck(call, input.project.name, input.words)()
    const { topic, teamId, words } = input
    const opening: Opening = { id, topic, teamId, owner, question: words, by: actor.memberId, ...partner }
    const told = {
      ...{ _id: id, topic, ownerId: owner.id },
      ...{ enterpriseId: partner.enterprise.id, enterpriseName: partner.enterprise.name },
    }
    const facts = [
      newFact('guidanceStarted', opening, now),
      tellContacts(told, 'guidanceMoved', { ...topicOf(told), stage: stageLabels.diagnosis }, now),
    ]
    const fresh = newGuidance(
      { _id: id, enterpriseId: input.enterpriseId, project: input.project },
      actor.memberId,
      facts,
      now,
    )
    // Two at once under one key: the first one's stands, and both go on with it.
    if ((await guidances.add(fresh)) === 'added') await handOverAll(facts)
  }
  return viewOf(await admit(call, id, TEAM), now)
}
