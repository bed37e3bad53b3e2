import { LENGTHS, MAX_CUES } from './exhibit-check'
import type { FormCue } from './exhibit-form'

const MINUTE_S = 60
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

/** A place in a recording as it is typed: `1:05`, `1:05.5`. */
export const cueText = (at: number): string => {
  const rest = tenths(at % MINUTE_S)
  const [whole = '0', part] = String(rest).split('.')
  return `${Math.floor(at / MINUTE_S)}:${whole.padStart(2, '0')}${part ? `.${part}` : ''}`
}

const TYPED = /^(?:(\d{1,3}):)?(\d{1,4}(?:\.\d)?)$/

/** Seconds of what was typed: `1:05`, `65`, `65.5`; null when it is no time. A full-width colon is forgiven. */
export const cueTime = (typed: string): number | null => {
  const match = TYPED.exec(typed.normalize('NFKC').trim())
  if (!match) return null
  const [, minutes, seconds = '0'] = match
  if (minutes !== undefined && Number(seconds) >= MINUTE_S) return null
  return tenths(Number(minutes ?? 0) * MINUTE_S + Number(seconds))
}

const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*/g

/** Anything but marks: what remains of a text that is only dots and dashes is no sentence. */
const WORDS = /[^\s。！？!?；;，,、：:“”‘’（）()《》…—.-]/

/** A text sentence by sentence; what is longer than a line may be is cut. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => WORDS.test(sentence))
    .flatMap((sentence) => cut(sentence, LENGTHS.cue))

const cut = (sentence: string, most: number): string[] => {
  const characters = [...sentence]
  if (sentence.length <= most) return [sentence]
  const half = Math.ceil(characters.length / 2)
  return [characters.slice(0, half).join(''), characters.slice(half).join('')].flatMap((part) => cut(part, most))
}

/**
 * A line for each sentence of a text, spread over a recording: a long sentence takes longer than a short one.
 *
 * @param seconds how long the recording is
 */
export const spread = (text: string, seconds: number): FormCue[] => {
  const sentences = sentencesOf(text).slice(0, MAX_CUES)
  const total = sentences.reduce((sum, { length }) => sum + length, 0)
  let before = 0
  return sentences.map((sentence) => {
    const at = tenths((before / total) * seconds)
    before += sentence.length
    return { at, text: sentence }
  })
}

/** Places of the lines whose time does not come after the one before, or lies behind the end. */
export const wrongTimes = (cues: readonly FormCue[], seconds: number): number[] =>
  cues.flatMap(({ at }, place) => (at > seconds || (place > 0 && at <= (cues[place - 1]?.at ?? 0)) ? [place] : []))
