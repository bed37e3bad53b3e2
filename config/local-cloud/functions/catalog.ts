import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import { isObject } from '../http/message'
import { limits } from '../limits'

/** A timer of a function's config.json: `config` is the platform's seven-field cron expression. */
export type TimerTrigger = { name: string; config: string }

export type FunctionEntry = {
  name: string
  /** Absolute path of index.js. */
  entry: string
  timeoutSeconds: number
  memoryMb: number
  /** openapi names which config.json permits, such as `subscribeMessage.send`. */
  openapi: string[]
  triggers: TimerTrigger[]
  /** Changes whenever the code or the configuration on disk does. */
  version: string
}

/** The functions in a folder: each a folder with index.js and, as a rule, package.json and config.json. */
export type Catalog = {
  names(): string[]
  /** @throws CloudError FUNCTION_NOT_FOUND */
  find(name: string): FunctionEntry
}

/** Reads a folder of functions anew whenever it is asked, so that a rebuilt function is picked up at its next call. */
export function openCatalog(folder: string | undefined): Catalog {
  const known = new Map<string, FunctionEntry>()
  return {
    names: () => (folder && existsSync(folder) ? functionFolders(folder) : []),
    find(name) {
      const directory = folder && /^[A-Za-z0-9][\w-]{0,59}$/.test(name) ? path.join(folder, name) : undefined
      const version = directory && versionOf(directory)
      if (!directory || !version) {
        known.delete(name)
        throw new CloudError(
          'FUNCTION_NOT_FOUND',
          `[FUNCTION_NOT_FOUND] FunctionName parameter could not be found: ${name}`,
        )
      }
      const last = known.get(name)
      if (last?.version === version) return last
      const entry = readEntry(name, directory, version)
      known.set(name, entry)
      return entry
    },
  }
}

function functionFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'index.js')))
    .map((entry) => entry.name)
    .sort()
}

function versionOf(directory: string): string | undefined {
  const code = statSync(path.join(directory, 'index.js'), { throwIfNoEntry: false })
  if (!code?.isFile()) return undefined
  const configuration = statSync(path.join(directory, 'config.json'), { throwIfNoEntry: false })
  return [code, configuration].map((file) => (file ? `${file.mtimeMs}/${file.size}` : '-')).join(' ')
}

function readEntry(name: string, directory: string, version: string): FunctionEntry {
  const config = readConfig(path.join(directory, 'config.json'))
  const permissions = isObject(config.permissions) ? config.permissions : {}
  return {
    name,
    entry: path.resolve(directory, 'index.js'),
    timeoutSeconds: positive(config.timeout, limits.functionTimeoutSeconds, limits.functionTimeoutMaxSeconds),
    memoryMb: positive(config.memorySize, limits.functionMemoryMb, 3072),
    openapi: strings(permissions.openapi),
    triggers: Array.isArray(config.triggers) ? config.triggers.flatMap(timerOf) : [],
    version,
  }
}

/** @throws CloudError FUNCTIONS_EXECUTE_FAIL naming the file when config.json is not JSON: the platform would not deploy it either. */
function readConfig(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {}
  try {
    const config: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isObject(config) ? config : {}
  } catch (error) {
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `${file} is not valid JSON: ${(error as Error).message}`)
  }
}

function positive(value: unknown, fallback: number, max: number): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, max) : fallback
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function timerOf(trigger: unknown): TimerTrigger[] {
  if (!isObject(trigger) || trigger.type !== 'timer') return []
  const { name, config } = trigger
  return typeof name === 'string' && typeof config === 'string' ? [{ name, config }] : []
}
