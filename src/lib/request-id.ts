const part = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')

/**
 * A name for one intention of this person, such as sending one suggestion: made when the form opens and kept while it is
 * sent, so that pressing again after a lost answer changes nothing. Unique, not secret.
 */
export const newRequestId = (): string => `${Date.now().toString(36)}-${part()}${part()}`
