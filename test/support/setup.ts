import { format } from 'node:util'

/**
 * What goes to `console.error` fails the test in which it was written. (A rejection with nobody listening already does: jest sees to it.)
 * A test that provokes such a line on purpose takes it with `takeErrors()`.
 */
const complaints: string[] = []

globalThis.takeErrors = () => complaints.splice(0)

/** The SDK's remark on a slow request comes from a timer that it does not stop when the request fails: seconds later, after the test. */
const SLOW_REQUEST = '[TCB][WARN]'
const { warn } = console

beforeAll(() => {
  console.warn = (...args: unknown[]) => {
    if (!String(args[0]).startsWith(SLOW_REQUEST)) warn(...args)
  }
  console.error = (...args: unknown[]) => {
    complaints.push(format(...args))
  }
})

afterEach(() => {
  const seen = takeErrors()
  if (seen.length > 0) throw new Error(`console.error was called during this test:\n${seen.join('\n')}`)
})

declare global {
  /** Takes the lines written to `console.error` since the test began, so that they no longer fail it. */
  var takeErrors: () => string[]
}
