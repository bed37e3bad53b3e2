import { parseArgs } from 'node:util'
import { errorCode } from './error-code'

/** What `npm start` was asked for. */
export type CommandLine = {
  port: number
  fresh: boolean
  memory: boolean
  watch: boolean
  json: boolean
  help: boolean
}

/** Where the product listens unless told otherwise. */
export const defaultPort = 3200

export const usage = `npm start -- [options]
  --port N   listen on port N (default ${defaultPort}; 0 takes any free one)
  --fresh    begin anew; the data kept so far are moved to .data/aside
  --memory   keep nothing: the data end with the process
  --json     print one line READY {"url": …} when everything answers
  --help     this text
npm run dev is the same with --watch: functions and pages are built again while you edit.`

/** A fault of the person's own, told in one line without a stack. */
export class StartError extends Error {}

/**
 * Reads the command line.
 * @throws StartError naming what is not understood
 */
export function readCommandLine(args: string[]): CommandLine {
  const values = parse(args)
  const port = Number(values.port ?? defaultPort)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartError(`--port takes a number from 0 to 65535, not "${values.port}".`)
  }
  const on = (name: 'fresh' | 'memory' | 'watch' | 'json' | 'help') => values[name] ?? false
  return {
    port,
    fresh: on('fresh'),
    memory: on('memory'),
    watch: on('watch'),
    json: on('json'),
    help: on('help'),
  }
}

function parse(args: string[]) {
  const flag = { type: 'boolean' } as const
  const options = { port: { type: 'string' }, fresh: flag, memory: flag, watch: flag, json: flag, help: flag } as const
  try {
    return parseArgs({ args, options, strict: true }).values
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS')) throw new StartError(`${String(error)}\n\n${usage}`)
    throw error
  }
}
