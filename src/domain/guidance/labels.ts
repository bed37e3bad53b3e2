import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const guidanceRefusals: Words<Contracts['guidance']> = {}
