/** How Chinese is read: for finding it by pinyin. */
import { pinyinTokens } from '@/domain/pinyin'
import { chineseRuns } from '@/domain/search'

/** The syllable of each character, by the word that it stands in. */
const readingsOf = (run: string): string[] => {
  // Its dictionary takes longer to read than most calls take as a whole: it is loaded where a text is written, nowhere else.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- imports are read at each cold start
  const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro')
  return pinyin(run, { type: 'array', toneType: 'none', v: true })
}

/** The tokens under which a text is found by pinyin; `whole` also by single syllables and first letters: for titles. */
export const pinyinOf = (text: string, whole: boolean): string[] =>
  chineseRuns(text).flatMap((run) => pinyinTokens(readingsOf(run), whole))
