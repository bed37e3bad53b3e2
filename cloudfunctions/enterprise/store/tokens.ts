/** Under which tokens an enterprise is found: its name by every character and in pinyin. */
import { searchTokens } from '@/domain/search'
import { pinyinOf } from '../../kernel/pinyin'

export const enterpriseTokens = (name: string): string[] => [...searchTokens(name), ...pinyinOf(name, true)]
