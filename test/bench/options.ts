import { parseArgs } from 'node:util'

/** How big a run is. The default is what the targets are about; `--quick` proves in a minute or two that nothing is broken. */
export type BenchOptions = {
  quick: boolean
  /** Calls of each action, one after the other. */
  calls: number
  /** Members who arrive one by one, and the seconds in which they do. */
  paced: { people: number; seconds: number }
  /** Members who scan at the same moment. */
  burst: number
  /** People who want a place at the same moment, and how many places there are. */
  oversell: { people: number; places: number }
  /** Enterprises that want one of sixty slots at the same moment. */
  race: { people: number }
  /** Registrations in the small and in the grown database. */
  growth: { small: number; large: number; calls: number }
  /** Exhibits and stories in the small and in the large library, and how often each is searched. */
  search: { few: number; many: number; calls: number }
}

const full: BenchOptions = {
  quick: false,
  calls: 200,
  paced: { people: 400, seconds: 60 },
  burst: 1000,
  oversell: { people: 2000, places: 100 },
  race: { people: 500 },
  growth: { small: 1000, large: 1_000_000, calls: 200 },
  search: { few: 50, many: 5000, calls: 30 },
}

const quick: BenchOptions = {
  quick: true,
  calls: 40,
  paced: { people: 60, seconds: 6 },
  burst: 150,
  oversell: { people: 300, places: 20 },
  race: { people: 120 },
  growth: { small: 1000, large: 20_000, calls: 60 },
  search: { few: 50, many: 500, calls: 10 },
}

/**
 * Reads `npm run bench -- [--quick] [--calls N] [--seconds N] [--registrations N]`.
 *
 * @throws Error naming the option that is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      quick: { type: 'boolean', default: false },
      calls: { type: 'string' },
      seconds: { type: 'string' },
      registrations: { type: 'string' },
    },
  })
  const base = values.quick ? quick : full
  return {
    ...base,
    calls: whole('--calls', values.calls, base.calls),
    paced: { ...base.paced, seconds: whole('--seconds', values.seconds, base.paced.seconds) },
    growth: { ...base.growth, large: whole('--registrations', values.registrations, base.growth.large) },
  }
}

function whole(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`${option} has to be a whole number from 1, not "${text}"`)
  return Number(text)
}
