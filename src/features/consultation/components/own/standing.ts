import { consultationStateLabels, verdictLabels, waitingForYouWords } from '@/domain/consultation/labels'
import { changeDecision } from '@/domain/consultation/rules'
import { reopenDecision } from '@/domain/consultation-clock'
import { sayWhen } from '@/domain/time'
import type { Tone } from '@/ui/state-tag'
import type { ConsultationView } from '../talk/talk-model'

export type Outline = ConsultationView['outline']

const over = ({ state }: Outline): boolean => state === 'closed' || state === 'cancelled'

/** The team has asked for something and waits for the enterprise's words. */
export const asksUs = (outline: Outline): boolean =>
  outline.waitingSince !== null && outline.state !== 'answered' && outline.state !== 'unplaced' && !over(outline)

/** It is the enterprise's turn. */
export const waitsForUs = (outline: Outline): boolean =>
  outline.state === 'answered' || outline.state === 'unplaced' || asksUs(outline)

/** Whether the meeting can still be moved or given up. */
export const canChange = ({ state, meeting }: Outline, now: number): boolean =>
  changeDecision({ state, startsAt: meeting?.startsAt ?? null, endsAt: meeting?.endsAt ?? null }, now) === null

/** Whether it was closed because nobody answered, and can still be opened again. */
export const canReopen = (outline: Outline, now: number): boolean => reopenDecision(outline, now) === null

const tones: Record<Outline['state'], Tone> = {
  booked: 'good',
  unplaced: 'wait',
  arrived: 'live',
  started: 'live',
  open: 'info',
  answered: 'wait',
  closed: 'good',
  noShow: 'quiet',
  cancelled: 'quiet',
}

/** Where it stands for the enterprise, as a tag. */
export function standingTag(outline: Outline): { tone: Tone; words: string } {
  if (asksUs(outline)) return { tone: 'wait', words: '等您补充' }
  if (outline.state === 'answered') return { tone: 'wait', words: '待您确认' }
  return { tone: tones[outline.state], words: consultationStateLabels[outline.state] }
}

const openWords = ({ owner, dueAt }: Outline, now: number): string => {
  if (dueAt === null) return `${owner.name}正在跟进`
  return now > dueAt
    ? `${owner.name}正在跟进，原定 ${sayWhen(dueAt, now)} 前有进展，已超期，正在催办`
    : `${owner.name}正在跟进，${sayWhen(dueAt, now)} 前有进展`
}

const unansweredWords = (until: number, now: number): string =>
  now <= until
    ? `没有收到您的答复，已按“未反馈”办结，${sayWhen(until, now)} 前可以重新打开`
    : '没有收到您的答复，已按“未反馈”办结，需要时可以再约一次'

const closedWords = ({ verdict, closedAt, reopenUntil }: Outline, now: number): string =>
  reopenUntil !== null
    ? unansweredWords(reopenUntil, now)
    : [closedAt === null ? '' : `${sayWhen(closedAt, now)} 办结`, verdict ? `您的意见：${verdictLabels[verdict]}` : '']
        .filter(Boolean)
        .join('，')

const bookedWords = ({ meeting, owner }: Outline): string =>
  meeting ? `到时请到${meeting.placeName}找${owner.name}` : `${owner.name}会与您约时间`

const byState: Record<Outline['state'], (outline: Outline, now: number) => string> = {
  booked: bookedWords,
  unplaced: () => '原来的时段没有了，请重新选一个，问题和材料都还在',
  arrived: () => '已登记到场，马上开始',
  started: () => '咨询正在进行，结果会写在这里',
  open: openWords,
  answered: () => '请看答复，告诉我们问题解决了没有',
  closed: closedWords,
  noShow: () => '这次没有到场，需要时可以再约一次',
  cancelled: () => '已取消，时段让给了其他企业',
}

/** How long this enterprise has been waited for, and what comes of it; null while it is not, or has just been asked. */
export const waitedWords = ({ waiting }: Outline, now: number): string | null =>
  waiting && (waiting.days > 0 || waiting.level !== 'fresh') ? waitingForYouWords(waiting, now) : null

/** What comes next, in a sentence. */
export const nextWords = (outline: Outline, now: number): string =>
  asksUs(outline)
    ? `${outline.owner.name}请您补充材料，写在留言里即可，补充前不计办理时间`
    : byState[outline.state](outline, now)
