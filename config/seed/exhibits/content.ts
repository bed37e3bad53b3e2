/** What the demo's halls, exhibits, stories and milestones say, as data: an editor's draft with names of media in place of files. */
import type * as v from 'valibot'
import type { draftInput } from '@/domain/exhibit/contract'
import type { HallId, MilestoneTheme, StoryTheme } from '@/domain/exhibit/rules'
import type { figureIn } from '@/domain/media'

type Draft = v.InferInput<typeof draftInput>

export type Figure = v.InferInput<typeof figureIn>

/** Whatever is read on a page. `text` holds paragraphs, parted by line breaks. */
interface Told extends Required<Pick<Draft, 'title' | 'summary' | 'text'>>, Pick<Draft, 'branchIds' | 'eventIds'> {
  figure?: Figure
  /** Name of a sound or a film under `config/seed/media`. */
  sound?: string
  film?: string
}

export interface HallContent extends Told {
  id: HallId
}
/** An exhibit; the first digit of its number is its hall's. */
export interface DisplayContent extends Told {
  number: string
}
export interface StoryContent extends Told {
  id: string
  theme: StoryTheme
}
export interface MilestoneContent extends Required<Pick<Draft, 'title' | 'summary' | 'date'>> {
  theme: MilestoneTheme
}

/** Paragraphs as the drafts hold them. */
export const paragraphs = (...all: string[]): string => all.join('\n')

/** Items of a figure of steps: numbered in order, each with a word and a note. */
export const steps = (...all: readonly (readonly [label: string, note: string])[]): Figure['items'] =>
  all.map(([label, note], at) => ({ label, value: at + 1, note }))
