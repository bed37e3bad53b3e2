import { spawn, type ChildProcess } from 'node:child_process'
import { projectRoot } from '../build-record'
import { taro } from './pages'

/**
 * Taro's own development server, which forwards /call, /files and /_local to the local cloud (config/dev.ts). A page changes on the
 * screen within a second of saving; rebuilding dist/h5 on each save would take twenty.
 */
export type PagesServer = { url: string; stop(): Promise<void> }

/** Starts the development server on a port and resolves when the first pages are served. */
export async function servePagesWhileEditing(options: {
  port: number
  cloudUrl: string
  say: (line: string) => void
  onExit: (code: number | null) => void
}): Promise<PagesServer> {
  const child = spawn(process.execPath, [taro, 'build', '--type', 'h5', '--watch'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PAGES_PORT: String(options.port),
      LOCAL_CLOUD_URL: options.cloudUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => options.say(`[pages] ${String(chunk).trimEnd()}`))
  }
  const url = `http://127.0.0.1:${options.port}`
  let stopping = false
  child.once('close', (code) => {
    if (!stopping) options.onExit(code)
  })
  await answers(url, child)
  return {
    url,
    stop: async () => {
      stopping = true
      await end(child)
    },
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`Taro's development server ended with ${child.exitCode} before it answered.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000)
  await closed
  clearTimeout(patience)
}
