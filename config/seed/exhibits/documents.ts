/** Halls, exhibits, stories and milestones as their store would have written them. */
import type { HallId } from '@/domain/exhibit/rules'
import { DAY } from '@/domain/time'
import type { Content } from '../../../cloudfunctions/exhibit/store/content'
import type { ExhibitDoc } from '../../../cloudfunctions/exhibit/store/exhibits'
import { buildExhibit } from '../builders'
import type { DisplayContent, HallContent, StoryContent } from './content'
import { displays } from './displays'
import { halls } from './halls'
import { milestones } from './milestones'
import { filmOf, panoramaOf, picturesOf, soundOf, type Shelf } from './shelf'
import { stories } from './stories'

export const EDITOR = 'm-editor-01'
export const displayId = (number: string): string => `exhibit-${number}`
export const hallOf = (number: string): HallId => `h${number[0]}` as HallId

type Told = HallContent | DisplayContent | StoryContent

const common = (shelf: Shelf, told: Told, picture: string) => {
  const { title, summary, text, figure, sound, film, eventIds = [], branchIds = [] } = told
  return {
    title,
    summary,
    text,
    figure: figure ? figureOf(figure) : null,
    audio: soundOf(shelf, sound),
    video: filmOf(shelf, film),
    pictures: picturesOf(shelf, picture),
    eventIds,
    branchIds,
  }
}

/** A figure with the words that were left out, as the contract fills them in. */
const figureOf = ({ unit = '', source = '', items, ...figure }: NonNullable<Told['figure']>): Content['figure'] => ({
  ...figure,
  unit,
  source,
  items: items.map(({ note = '', ...item }) => ({ ...item, note })),
})

/** Who published it and when. The demo's contents were published over the last months, a few days apart. */
const publishedOn = (now: Date, daysAgo: number): Partial<ExhibitDoc> => {
  const at = new Date(now.getTime() - daysAgo * DAY)
  return {
    shownAt: at,
    changedAt: at,
    changedBy: EDITOR,
    checkedAt: now,
    history: [
      { at: new Date(at.getTime() - DAY), by: EDITOR, what: 'created' },
      { at, by: EDITOR, what: 'published' },
    ],
  }
}

export const displayContent = (shelf: Shelf, told: DisplayContent): Partial<Content> => ({
  ...common(shelf, told, `exhibits/${told.number}`),
  hallId: hallOf(told.number),
  number: told.number,
})

/** Everything that is on show. */
export const published = (shelf: Shelf, now: Date): ExhibitDoc[] => [
  ...halls.map((told, at) =>
    buildExhibit(
      'hall',
      told.id,
      { ...common(shelf, told, `halls/${told.id}`), panorama: panoramaOf(shelf, told.id) },
      {
        ...publishedOn(now, 300 - at),
        order: displays.filter(({ number }) => hallOf(number) === told.id).map(({ number }) => displayId(number)),
      },
    ),
  ),
  ...displays.map((told, at) =>
    buildExhibit('display', displayId(told.number), displayContent(shelf, told), publishedOn(now, 280 - at * 7)),
  ),
  ...stories.map((told, at) =>
    buildExhibit(
      'story',
      told.id,
      { ...common(shelf, told, `stories/${told.id}`), theme: told.theme },
      publishedOn(now, 60 - at * 6),
    ),
  ),
  ...milestones.map(({ id, ...told }) => buildExhibit('milestone', id, { ...told, text: '' }, publishedOn(now, 320))),
]
