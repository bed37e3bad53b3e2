import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import CloudBase from '@cloudbase/manager-node'
import { contentHash, projectRoot } from './build-record'
import { declaration } from './database'
import { byHand } from './deploy/by-hand'
import { execute, type Clients } from './deploy/execute'
import { describe, plan, type Step } from './deploy/plan'
import { readSettings, type Settings } from './deploy/settings'
import { readFunctionConfig } from './function-config'
import { buildFunctions } from './functions'

const usage = `npm run deploy -- [options]
  --plan        print what a real environment needs, and change nothing
  --cloud-only  leave out the mini-program's upload
  --help        this text`

/** Reads the built functions as the plan wants them. */
async function builtFunctions() {
  const root = path.join(projectRoot, 'dist', 'cloudfunctions')
  const { built } = await buildFunctions()
  const list = built.map(({ name }) => ({
    name,
    config: readFunctionConfig(path.join(root, name, 'config.json')),
    codeHash: folderHash(path.join(root, name)),
  }))
  return { root, list }
}

function folderHash(folder: string): string {
  const hashes = readdirSync(folder)
    .sort()
    .map((part) => `${part} ${contentHash(path.join(folder, part))}`)
  return createHash('sha256').update(hashes.join()).digest('hex')
}

async function makeSteps(settings: Settings, cloudOnly: boolean): Promise<Step[]> {
  const own: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  const { version } = own as { version: string }
  const steps = plan({ settings, declaration, functions: await builtFunctions(), version })
  return cloudOnly ? steps.filter(({ kind }) => kind !== 'mini-program') : steps
}

function printPlan(steps: Step[], settings: Settings, faults: string[]): void {
  console.log(
    `What the environment ${settings.environmentId} needs (${steps.length} steps; what is so already stays untouched):`,
  )
  steps.forEach((step, at) => console.log(`${String(at + 1).padStart(4)}. ${describe(step)}`))
  console.log(
    '\nEach function gets the variables CHECK_IN_URL_PREFIX and SUBSCRIBE_TEMPLATES and installs what its package.json names, pinned exactly.',
  )
  console.log('\nBy hand:')
  byHand(settings).forEach((line) => console.log(`  - ${line}`))
  if (faults.length > 0)
    console.log(`\nStill to be set before it can be carried out:\n${faults.map((line) => `  ${line}`).join('\n')}`)
}

async function carryOut(steps: Step[], settings: Settings): Promise<void> {
  const { secretId, secretKey, environmentId, region } = settings
  const cloud = new CloudBase({ secretId, secretKey, envId: environmentId, region })
  const clients: Clients = { cloud, environmentId, run }
  for (const [at, step] of steps.entries()) {
    process.stdout.write(`[${at + 1}/${steps.length}] ${describe(step)} … `)
    console.log(await execute(step, clients))
  }
}

function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    )
  })
}

async function main(args: string[]): Promise<void> {
  const unknown = args.filter((word) => !['--plan', '--cloud-only', '--help'].includes(word))
  if (unknown.length > 0 || args.includes('--help')) {
    if (unknown.length > 0) process.exitCode = 1
    return console.log(usage)
  }
  const cloudOnly = args.includes('--cloud-only')
  const { settings, faults } = readSettings(process.env, { cloudOnly, fileExists: existsSync })
  if (args.includes('--plan')) return printPlan(await makeSteps(settings, cloudOnly), settings, faults)
  if (faults.length > 0) throw new Error(`Nothing was done:\n${faults.map((line) => `  ${line}`).join('\n')}`)
  await carryOut(await makeSteps(settings, cloudOnly), settings)
  console.log('\nDone. What remains by hand stands at the end of: npm run deploy -- --plan')
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
