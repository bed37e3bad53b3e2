import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { filesUnder, fingerprint, projectRoot, readRecord, unchanged, writeRecord } from '../build-record'
import { lock } from './lock'
import { StartError } from './options'

/** Taro's command line, run with the same Node as this process. */
export const taro = path.join(projectRoot, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')

const dist = path.join(projectRoot, 'dist')
const output = path.join(dist, 'h5')
const notes = path.join(dist, '.build')
const recordFile = path.join(notes, 'h5.json')

/** Files that decide the pages besides everything under src/. The lock file stands for node_modules. */
const settings = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'babel.config.js',
  'config/index.ts',
  'config/prod.ts',
]

export type PagesOptions = { say: (line: string) => void; signal?: AbortSignal }

/**
 * Builds the browser pages into dist/h5 unless they are of this very source, and returns that folder. Two processes never build at
 * once: the second waits and then finds nothing left to do. The old pages stay in place until the new ones are complete.
 * @throws StartError with the compiler's words when the build fails
 */
export async function ensurePages({ say, signal }: PagesOptions): Promise<string> {
  if (!pagesAreStale()) return output
  const held = await lock(
    path.join(notes, 'h5.lock.sqlite'),
    (holder) => say(`Another process (${holder}) is building the pages; waiting for it.`),
    signal,
  )
  try {
    if (pagesAreStale()) await buildPages(say, signal)
  } finally {
    held.release()
  }
  return output
}

/** Whether dist/h5 is missing, was touched, or was built from another content than what lies there now. */
export function pagesAreStale(): boolean {
  const record = readRecord(recordFile)
  if (!record || Object.keys(record.outputs).length === 0) return true
  return JSON.stringify(record.inputs) !== JSON.stringify(inputs()) || !unchanged(record.outputs)
}

function inputs(): Record<string, string> {
  return fingerprint([...filesUnder(path.join(projectRoot, 'src')), ...settings])
}

async function buildPages(say: PagesOptions['say'], signal?: AbortSignal): Promise<void> {
  // read before the build: what is edited meanwhile makes the result stale, as it should
  const before = inputs()
  const draft = path.join(notes, 'h5-draft')
  rmSync(draft, { recursive: true, force: true })
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  say('Building the pages; the first time takes about half a minute …')
  const beat = setInterval(() => say(`  still building the pages, ${seconds()} s`), 5000)
  try {
    await runTaro(path.relative(projectRoot, draft), signal)
  } finally {
    clearInterval(beat)
  }
  rmSync(output, { recursive: true, force: true })
  renameSync(draft, output)
  writeRecord(recordFile, { inputs: before, outputs: fingerprint(filesUnder(output)) })
  say(`Pages built in ${seconds()} s.`)
}

function runTaro(outputRoot: string, signal?: AbortSignal): Promise<void> {
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', PAGES_OUTPUT: outputRoot }
  const child = spawn(process.execPath, [taro, 'build', '--type', 'h5'], { cwd: projectRoot, env: environment, signal })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (words = `${words}${chunk}`.slice(-6000)))
  return new Promise((resolve, reject) => {
    // an abort arrives here as an AbortError; the person should read why it was aborted
    child.once('error', (error) => reject(signal?.aborted ? signal.reason : error))
    child.once('close', (code) => {
      // Taro can end with 0 after a compile error; without an index.html there is nothing to show either way
      const complete = code === 0 && existsSync(path.join(projectRoot, outputRoot, 'index.html'))
      if (complete) resolve()
      else reject(new StartError(`The pages could not be built (taro ended with ${code}):\n${words.trim()}`))
    })
  })
}

// `npm run build:h5`: what it builds is what `npm start` and the browser tests then find.
if (require.main === module) {
  ensurePages({ say: console.log }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
