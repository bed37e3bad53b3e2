import { defineContract } from '../kit'

/** Context `service`: the service team, its days and the slots on them. */
export const service = defineContract({})
