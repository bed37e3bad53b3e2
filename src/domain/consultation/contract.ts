import { defineContract } from '../kit'

/** Context `consultation`: a question of an enterprise, from the booking until the enterprise has closed it. */
export const consultation = defineContract({})
