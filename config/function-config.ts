import { readFileSync } from 'node:fs'
import * as v from 'valibot'

/**
 * `cloudfunctions/<context>/config.json`. `permissions` and `triggers` are WeChat's own keys, which its tools read too; `timeout`
 * (seconds) and `memorySize` (MB) are what the deployment sets. A key of our own does not belong here: WeChat's tools read this file.
 */
const functionConfig = v.strictObject({
  timeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 3),
  memorySize: v.optional(v.picklist([128, 256, 512, 1024, 2048]), 256),
  permissions: v.optional(v.strictObject({ openapi: v.optional(v.array(v.string()), []) }), {}),
  triggers: v.optional(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/)),
        type: v.literal('timer'),
        // seven fields (second minute hour day month weekday year), read by the platform in Beijing time
        config: v.pipe(v.string(), v.regex(/^\S+( \S+){6}$/, 'a timer has seven fields, seconds first, year last')),
      }),
    ),
    [],
  ),
})

/** A function's settings with the platform's defaults filled in: timeout 3 s, memory 256 MB. */
export type FunctionConfig = v.InferOutput<typeof functionConfig>

/**
 * Reads and checks a config.json.
 * @throws Error naming the file and each wrong key, so that a typing mistake stops the build and not a night's timer.
 */
export function readFunctionConfig(file: string): FunctionConfig {
  const result = v.safeParse(functionConfig, JSON.parse(readFileSync(file, 'utf8')))
  if (result.success) return result.output
  const faults = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`)
  throw new Error(`${file} is not a valid function configuration:\n${faults.join('\n')}`)
}
