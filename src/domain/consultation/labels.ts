import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const consultationRefusals: Words<Contracts['consultation']> = {}
