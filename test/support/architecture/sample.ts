/** Code that breaks a rule, and code near it that does not. */
export type Sample = { bad: Record<string, string>; good: Record<string, string> }
/** By the rule's name. */
export type Samples = Record<string, Sample[]>

export const page = 'src/pages/event/detail/index.tsx'

export const oneFile = (file: string, bad: string, good: string): Sample => ({
  bad: { [file]: bad },
  good: { [file]: good },
})
