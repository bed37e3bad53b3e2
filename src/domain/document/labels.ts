import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import type { DocumentKind } from './rules'

export const documentKindLabels: Record<DocumentKind, string> = { wallCodes: '墙面展项码' }

export const documentRefusals: Words<Contracts['document']> = {
  nothingToPrint: '这里还没有展项，添加后再打印',
  tooManyCodes: ({ most }) => `一次最多打印 ${String(most ?? 60)} 个码，请按展厅分别打印`,
  codeServiceDown: '小程序码暂时生成不了，请稍后再试',
}
