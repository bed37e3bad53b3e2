import { defineContract } from '../kit'

/** Context `message`: what people are told: an inbox that always works, and WeChat's subscribe messages on top. */
export const message = defineContract({})
