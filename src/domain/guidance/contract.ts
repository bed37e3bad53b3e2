import { defineContract } from '../kit'

/** Context `guidance`: one-to-one guidance through a project application, over several meetings. */
export const guidance = defineContract({})
