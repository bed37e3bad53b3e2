import CloudBase from '@cloudbase/manager-node'
import { execute, type Clients } from '../../../config/deploy/execute'
import type { Step } from '../../../config/deploy/plan'
import { environmentId } from './api'

/**
 * Carries out the steps in the first argument against the stand-in behind the proxy in the second, with the real management SDK,
 * and prints the outcomes. A process of its own, because the certificate must be trusted from a process's start.
 */
async function main(steps: Step[], proxy: string): Promise<void> {
  const cloud = new CloudBase({ secretId: 'id', secretKey: 'key', envId: environmentId, region: 'ap-shanghai', proxy })
  const programs: string[][] = []
  const run: Clients['run'] = async (command, args) => void programs.push([command, ...args])
  const outcomes: string[] = []
  for (const step of steps) outcomes.push(await execute(step, { cloud, environmentId, run }))
  console.log(`\nRESULT ${JSON.stringify({ outcomes, programs })}`)
}

main(JSON.parse(String(process.argv[2])) as Step[], String(process.argv[3])).catch((error: unknown) => {
  console.log(`\nRESULT ${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}`)
})
