import type { Contracts } from '../contracts'
import type { Words } from '../labels'

export const serviceRefusals: Words<Contracts['service']> = {}
