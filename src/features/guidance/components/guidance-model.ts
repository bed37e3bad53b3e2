import type { OutputFor } from '@/domain/contracts'
import { nextStepWords } from '@/domain/guidance/labels'
import { nextStepOf, type NextStep } from '@/domain/guidance/rules'
import type { ConsultationState } from '@/domain/consultation/rules'
import { sayDay, sayWhen } from '@/domain/time'
import type { Tone } from '@/ui/state-tag'

export type GuidanceView = OutputFor<'guidance.get'>
export type Full = NonNullable<GuidanceView['full']>
export type Outline = GuidanceView['outline']
export type Item = Full['items'][number]
export type Slot = Full['files'][number]
export type Version = Slot['versions'][number]
export type Meeting = Full['meetings'][number]

/** A change of a guidance that the page carries out, and what the person is told then. */
export type Change = (work: () => Promise<GuidanceView>, said: string) => Promise<void>

/** What may be done by whom at this moment; the server decides again. */
export const mayWork = ({ side, outline }: GuidanceView): boolean => side === 'team' && outline.state === 'open'
export const mayHelp = ({ side, outline }: GuidanceView): boolean => side !== 'staff' && outline.state === 'open'

export const stateTones: Partial<Record<ConsultationState, Tone>> = { open: 'info', answered: 'wait', closed: 'good' }

/** When it is or until when; of a note, which meeting it is of. */
const whenOf = ({ kind, at }: NextStep, now: number): string => {
  if (at === null) return ''
  if (kind === 'note') return `${sayWhen(at, now)} 的会面`
  return kind === 'meeting' ? sayWhen(at, now) : `${sayDay(at, now)}前`
}

/** What comes next, and until when; empty where the team is not at work on it. */
export const nextLine = ({ outline, full, now }: GuidanceView): string => {
  if (outline.state === 'answered') return '等企业确认结果'
  if (outline.state !== 'open' || !full) return ''
  const step: NextStep = nextStepOf({ stage: outline.stage, items: full.items, meetings: full.meetings }, now)
  return [nextStepWords(step), whenOf(step, now)].filter(Boolean).join('，')
}
