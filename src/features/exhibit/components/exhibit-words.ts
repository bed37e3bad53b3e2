import type { OutputFor } from '@/domain/contracts'
import { hallLabels, themeLabels } from '@/domain/exhibit/labels'
import type { ItemOf } from '@/lib/use-list'

/** What a list shows of an exhibit, story or milestone. */
export type ExhibitCardData = ItemOf<'exhibit.search'>
/** One whole exhibit with what stands around it. */
export type ExhibitAnswer = OutputFor<'exhibit.get'>
export type ExhibitView = ExhibitAnswer['exhibit']
export type Sound = NonNullable<ExhibitView['audio']>
export type Film = NonNullable<ExhibitView['video']>
export type Cue = Sound['cues'][number]

const MINUTE_S = 60
const KB = 1024

/** How long something takes, as people say it: `约 3 分钟`. */
export const minutesWords = (seconds: number): string => `约 ${Math.max(1, Math.round(seconds / MINUTE_S))} 分钟`

/** A place in a recording: `1:05`. */
export const clockWords = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / MINUTE_S)}:${String(whole % MINUTE_S).padStart(2, '0')}`
}

/** The same to be read aloud: `1 分 5 秒`. */
export const clockSpoken = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const minutes = Math.floor(whole / MINUTE_S)
  return minutes > 0 ? `${minutes} 分 ${whole % MINUTE_S} 秒` : `${whole} 秒`
}

/** How much a file weighs, roughly: `180 KB`, `2.1 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`

/** Where an exhibit belongs: its hall, or its theme. */
export const placeWords = ({ hallId, theme }: Pick<ExhibitCardData, 'hallId' | 'theme'>): string => {
  if (hallId) return hallLabels[hallId]
  return theme ? themeLabels[theme] : ''
}

/** What a list shows of a whole exhibit. */
export const cardOf = (exhibit: ExhibitView): ExhibitCardData => ({
  id: exhibit.id,
  kind: exhibit.kind,
  hallId: exhibit.hallId,
  number: exhibit.number,
  title: exhibit.title,
  summary: exhibit.summary,
  theme: exhibit.theme,
  date: exhibit.date,
  seconds: exhibit.seconds,
  hasAudio: exhibit.hasAudio,
  hasVideo: exhibit.hasVideo,
  picture: exhibit.picture,
})
