import type { Contracts } from '@/domain/contracts'
import {
  consentTexts,
  memberStateLabels,
  operationLabels,
  roleLabels,
  suggestionKindLabels,
} from '@/domain/member/labels'
import { dayKey } from '@/domain/time'
import { collect as collectVisits } from '../../centre/personal'
import { collect as collectConsultations } from '../../consultation/personal'
import { collect as collectFiles } from '../../document/personal'
import { collect as collectContacts } from '../../enterprise/personal'
import { collect as collectEvents } from '../../event/personal'
import { collect as collectMarks } from '../../exhibit/personal'
import { collect as collectGuidance } from '../../guidance/personal'
import { collect as collectService } from '../../service/personal'
import { collect as collectMessages } from '../../message/personal'
import { countHolders, removeActor } from '../../kernel/actor'
import { newFact } from '../../kernel/facts'
import { operationsOn } from '../../kernel/log'
import type { Handler } from '../../kernel/serve'
import { changeMember, mayBecome, members, NOBODY } from '../store/members'
import { forgetSender, suggestionsOf } from '../store/suggestions'
import { tellNeighbours } from './tell-neighbours'

type C = Contracts['member']

export const myData: Handler<C['myData']> = async (call) => {
  const { actor, now } = call
  const member = await members.get(actor.memberId)
  if (!member) throw call.refusal('notFound')
  const [events, visits, marks, files, messages, contacts, service, consultations, guidance, { rows: suggestions }] =
    await Promise.all([
      collectEvents(member._id, now),
      collectVisits(member._id, now),
      collectMarks(member._id, now),
      collectFiles(member._id, now),
      collectMessages(member._id, now),
      collectContacts(member._id),
      collectService(member._id, now),
      collectConsultations(member._id, now),
      collectGuidance(member._id),
      suggestionsOf(actor.openid, null),
    ])
  const self = {
    姓名: member.name,
    手机号: member.phone || '未填写',
    支部: member.branch.name,
    状态: memberStateLabels[member.state],
    绑定日期: dayKey(member.since),
    角色: actor.grants.map(({ role }) => roleLabels[role]).join('、'),
  }
  return {
    at: now,
    sections: [
      { title: '身份信息', rows: [self] },
      {
        title: '您同意的事项',
        rows: member.consents.map(({ purpose, version, at }) => ({
          事项: consentTexts[purpose].title,
          版本: version,
          日期: dayKey(at),
        })),
      },
      events,
      visits,
      marks,
      files,
      ...messages,
      contacts,
      service,
      consultations,
      guidance,
      {
        title: '意见建议',
        rows: suggestions.map(({ kind, text, at, answer }) => ({
          类别: suggestionKindLabels[kind],
          内容: text,
          日期: dayKey(at),
          答复: answer,
        })),
      },
    ],
  }
}

export const accesses: Handler<C['accesses']> = async ({ actor }, { cursor }) => {
  const { rows, nextCursor } = await operationsOn(actor.memberId, cursor)
  return {
    items: rows.map(({ _id, at, byName, what }) => ({
      id: _id,
      at,
      by: byName,
      what: operationLabels[what] ?? '处理了您的信息',
    })),
    nextCursor,
  }
}

/**
 * Erases in an order that can be repeated: the record loses the person and notes the fact; the neighbours follow; what
 * was sent in by them loses its sender; last of all the identity goes, so that a call that died can be made again. If it
 * is not, the timer finishes it.
 */
export const erase: Handler<C['erase']> = async (call) => {
  const { actor, now } = call
  const member = await members.get(actor.memberId)
  const lastStaff = actor.grants.some(({ role }) => role === 'staff') && (await countHolders('staff')) === 1
  if (lastStaff) throw call.refusal('lastStaff')
  // A merge that has not come to its end: what they did is on its way to another record, which is then the one to erase.
  if (member?.state === 'merged') throw call.refusal('busy')
  if (member && mayBecome(member, 'erased')) {
    const fact = newFact('memberErased', { memberId: member._id }, now)
    const nobody = { ...NOBODY, state: 'erased' }
    if (!(await changeMember(member, nobody, { at: now, by: member._id, what: 'erased', fact, only: true })))
      throw call.refusal('busy')
    // The person's own part follows here, where its failure is told to them; the timer repeats both.
    await tellNeighbours(fact)
  }
  await forgetSender(actor.openid)
  await removeActor(actor.memberId)
  return { erased: true as const }
}
