import { readImports, type Files, type Import } from '../imports'

export type Repository = { files: Files; imports: readonly Import[] }
export type Violation = { file: string; line?: number | undefined; found: string }

/** One rule of the architecture: what it forbids, and what to do instead. */
export type Rule = { name: string; instead: string; check: (repository: Repository) => Violation[] }

/** A repository in memory: what a rule looks at. */
export function repositoryOf(files: Files | Record<string, string>): Repository {
  const map = files instanceof Map ? (files as Files) : new Map(Object.entries(files as Record<string, string>))
  return { files: map, imports: readImports(map) }
}

/** One line per violation, with the way out under them; '' when there is none. */
export function report(rule: Rule, repository: Repository): string {
  const lines = rule.check(repository).map(({ file, line, found }) => `${file}${line ? `:${line}` : ''}  ${found}`)
  return lines.length === 0 ? '' : `${lines.join('\n')}\n→ ${rule.instead}`
}

/** Checks every file whose path matches. */
export function eachFile(matches: RegExp, find: (file: string, text: string) => Violation[]): Rule['check'] {
  return ({ files }) => [...files].filter(([file]) => matches.test(file)).flatMap(([file, text]) => find(file, text))
}

/** Checks every import. */
export function eachImport(isWrong: (one: Import) => boolean): Rule['check'] {
  return ({ imports }) =>
    imports.filter(isWrong).map(({ from, line, specifier, typeOnly }) => ({
      file: from,
      line,
      found: `imports ${typeOnly ? 'type ' : ''}'${specifier}'`,
    }))
}
