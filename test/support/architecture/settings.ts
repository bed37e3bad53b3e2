import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readFunctionConfig } from '../../../config/function-config'
import { eachFile, type Rule, type Violation } from './rule'

/** Reads a configuration with the reader of the build itself, so that there is one idea of what is valid. */
function faultsOf(file: string, text: string): Violation[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'function-config-'))
  try {
    const copy = path.join(folder, 'config.json')
    writeFileSync(copy, text)
    readFunctionConfig(copy)
    return []
  } catch (error) {
    return [
      {
        file,
        found: error instanceof Error ? error.message.split('\n').slice(1).join(' ') || error.message : String(error),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const settingRules: Rule[] = [
  {
    name: 'every cloudfunctions/<context>/config.json is valid',
    instead: 'Only timeout, memorySize, permissions and triggers, as config/function-config.ts describes them.',
    check: eachFile(/^cloudfunctions\/[^/]+\/config\.json$/, faultsOf),
  },
  {
    name: 'every cloud function has its settings beside it',
    instead: 'Add a config.json with its timeout; without one the build leaves the function out.',
    check: ({ files }) => {
      const contexts = new Set([...files.keys()].flatMap((file) => /^cloudfunctions\/([^/]+)\//.exec(file)?.[1] ?? []))
      contexts.delete('kernel')
      const started = [...contexts].filter((name) => files.has(`cloudfunctions/${name}/index.ts`))
      return started
        .filter((name) => !files.has(`cloudfunctions/${name}/config.json`))
        .map((name) => ({ file: `cloudfunctions/${name}`, found: 'has no config.json' }))
    },
  },
]
