import { scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { enterpriseTodo, isAhead, type ServiceTodo } from '@/domain/home/rules'
import type { AnswerOf, Grant, Role } from '@/domain/kit'
import { dayKey } from '@/domain/time'
import {
  askedOf,
  countLate,
  openOfEnterprises,
  openOfOwner,
  outlineOf,
  standingsIn,
  type ConsultationDoc,
} from '../../consultation/public'
import { nextMeetingsOf } from '../../guidance/public'
import type { Actor } from '../../kernel/actor'
import type { Handler } from '../../kernel/serve'
import { keptSlots } from '../../service/public'

type Service = Contracts['home']['service']
type Out = AnswerOf<Service>
type Todo = Out['todos'][number]

/** What somebody has to do with. */
interface Concerned {
  /** Questions of the enterprises that they speak for. */
  asked: ConsultationDoc[]
  /** Questions that they are responsible for. */
  own: ConsultationDoc[]
  /** Questions that they are asked to take over. */
  offered: ConsultationDoc[]
  /** How many of other people's are late, where they lead the team. */
  late: number
}

const scopeIds = (grants: readonly Grant[], roles: readonly Role[], scope: Grant['scope']): string[] => [
  ...new Set(grants.filter((one) => roles.includes(one.role) && one.scope === scope).map(({ scopeId }) => scopeId)),
]

const offeredTo = async (actor: Actor & { memberId: string }): Promise<ConsultationDoc[]> =>
  (await askedOf(actor.memberId)).filter((doc) => standingsIn(doc, actor).includes('asked'))

/** One round trip for each thing that the person's roles give reason to ask for. */
const concerned = async (actor: Actor & { memberId: string }, speaksFor: string[], now: Date): Promise<Concerned> => {
  const teams = scopeIds(actor.grants, ['specialist', 'teamLeader'], 'team')
  const led = scopesReached({ teamLeader: 'own' }, actor, 'team')
  const [asked, own, offered, late] = await Promise.all([
    speaksFor.length > 0 ? openOfEnterprises(speaksFor) : [],
    teams.length > 0 ? openOfOwner(actor.memberId, teams) : [],
    teams.length > 0 ? offeredTo(actor) : [],
    led === 'all' || led.length > 0 ? countLate(led, actor.memberId, now) : 0,
  ])
  return { asked, own, offered, late }
}

/** A meeting, and on which side of it the person is. */
interface Meeting {
  side: 'enterprise' | 'team'
  doc: ConsultationDoc
}

/** What lies ahead of them, soonest first. A guidance keeps its meetings itself: its next one stands for it. */
const meetingsOf = async ({ asked, own }: Concerned, now: Date): Promise<Meeting[]> => {
  const all = [
    ...asked.map((doc): Meeting => ({ side: 'enterprise', doc })),
    ...own.map((doc): Meeting => ({ side: 'team', doc })),
  ]
  const isGuided = ({ doc }: Meeting) => doc.mode === 'oneToOne'
  const guided = await nextMeetingsOf([...new Set(all.filter(isGuided).map(({ doc }) => doc._id))], now)
  const ahead = all.flatMap((one) => {
    if (!isGuided(one)) return isAhead(one.doc, now) ? one : []
    const { startsAt, endsAt, placeName } = guided.get(one.doc._id) ?? {}
    return startsAt && endsAt ? { ...one, doc: { ...one.doc, startsAt, endsAt, placeName: placeName ?? '' } } : []
  })
  return ahead.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ({ doc: { startsAt } }: Meeting): number => startsAt?.getTime() ?? Infinity

const todo = (kind: ServiceTodo, docs: readonly ConsultationDoc[]): Todo[] => {
  const [first, ...more] = docs
  if (!first) return []
  const only = more.length === 0 ? { id: first._id, topic: first.topic, mode: first.mode } : null
  const isOne = more.every(({ enterpriseId }) => enterpriseId === first.enterpriseId)
  return [
    {
      kind,
      count: docs.length,
      only,
      enterprise: isOne ? { id: first.enterpriseId, name: first.enterpriseName } : null,
    },
  ]
}

const ENTERPRISE_KINDS = ['materialAsked', 'answerToConfirm', 'slotLost'] as const

/** For each enterprise by itself, because each has a list of its own. */
const enterpriseTodos = (asked: readonly ConsultationDoc[]): Todo[] =>
  [...new Set(asked.map(({ enterpriseId }) => enterpriseId))].flatMap((id) =>
    ENTERPRISE_KINDS.flatMap((kind) =>
      todo(
        kind,
        asked.filter((doc) => doc.enterpriseId === id && enterpriseTodo(doc) === kind),
      ),
    ),
  )

const todosOf = ({ asked, own, offered, late }: Concerned, now: Date): Todo[] => [
  ...enterpriseTodos(asked),
  ...todo('toTakeOver', offered),
  ...todo(
    'itemsLate',
    own.filter(({ turn, dueAt }) => turn === 'team' && dueAt !== null && dueAt < now),
  ),
  ...(late > 0 ? [{ kind: 'teamLate' as const, count: late, only: null, enterprise: null }] : []),
]

const nextOf = ({ side, doc }: Meeting, now: Date): Out['next'] => {
  const { meeting, ...outline } = outlineOf(doc, now)
  return meeting && { ...outline, side, meeting }
}

export const service: Handler<Service> = async ({ actor, now }) => {
  const speaksFor = scopeIds(actor.grants, ['contact'], 'enterprise')
  const [all, kept] = await Promise.all([
    concerned(actor, speaksFor, now),
    speaksFor.length > 0 ? keptSlots(speaksFor, now) : [],
  ])
  const meetings = await meetingsOf(all, now)
  const [next] = meetings
  const isToday = (meeting: Meeting) => meeting.side === 'team' && dayKey(startOf(meeting)) === dayKey(now)
  return {
    now,
    next: next ? nextOf(next, now) : null,
    today: meetings.filter(isToday).length,
    kept,
    todos: todosOf(all, now),
  }
}
