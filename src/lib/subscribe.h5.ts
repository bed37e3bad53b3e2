/** A browser has no such messages: the inbox is all there is. */
export const canAskForMessages = false

export const askForMessages = (): Promise<Record<string, boolean>> => Promise.resolve({})
