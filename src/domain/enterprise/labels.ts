import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const enterpriseRefusals: Words<Contracts['enterprise']> = {}
