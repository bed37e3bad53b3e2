/** Under which tokens an exhibit is found: its title by every character, its texts by pairs, both in pinyin too. */
import { textTokens } from '@/domain/search'
import { pinyinOf } from '../../kernel/pinyin'

/** Of a long text and its transcript, what is looked for: beyond it a token finds nothing anyway (see MAX_TOKENS). */
const MAX_CHARACTERS = 6000
const MAX_WORDS = 2000
const MAX_TOKENS = 3000

export interface Worded {
  title: string
  number: string
  summary: string
  text: string
  audio: { cues: readonly { text: string }[] } | null
  video: { cues: readonly { text: string }[] } | null
}

const titleTokens = ({ title, number }: Worded): string[] => [
  ...textTokens(title, { singles: true }),
  ...pinyinOf(title, true),
  ...(number === '' ? [] : [number]),
]

/** Tokens of all that visitors can read or hear, at most 3,000, the title's first. */
export const exhibitTokens = (content: Worded): string[] => {
  const { summary, text, audio, video } = content
  const cues = [...(audio?.cues ?? []), ...(video?.cues ?? [])].map((cue) => cue.text)
  const body = [summary, text, ...cues].join('\n').slice(0, MAX_CHARACTERS)
  const words = textTokens(body, { singles: false }).slice(0, MAX_WORDS)
  return [...new Set([...titleTokens(content), ...words, ...pinyinOf(body, false)])].slice(0, MAX_TOKENS)
}

/** Tokens by which the workbench finds it: title, number and summary. */
export const deskTokens = (content: Worded): string[] => {
  const words = textTokens(content.summary, { singles: false })
  return [...new Set([...titleTokens(content), ...words, ...pinyinOf(content.summary, false)])].slice(0, MAX_TOKENS)
}
