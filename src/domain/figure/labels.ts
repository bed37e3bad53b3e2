import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const figureRefusals: Words<Contracts['figure']> = {}
