/** What can be had as a file. */
export const DOCUMENT_KINDS = ['wallCodes'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Codes of one print sheet at most: each is made anew, and all of them have to come within one call. An A4 page holds eight. */
export const MAX_CODES = 60
export const CODES_A_PAGE = 8
