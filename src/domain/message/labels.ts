import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const messageRefusals: Words<Contracts['message']> = {}
