import { defineContract } from '../kit'

/** Context `enterprise`: enterprises, the people who speak for them, and visits to those whom nobody has met for long. */
export const enterprise = defineContract({})
