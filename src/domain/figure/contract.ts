import { defineContract } from '../kit'

/** Context `figure`: figures of the service, each with the way it is computed. */
export const figure = defineContract({})
