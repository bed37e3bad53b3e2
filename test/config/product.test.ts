import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../config/build-record'

/** The whole product as a process of its own, with pages that need no build. */
type Run = {
  url: string
  port: string
  lines: string[]
  child: ChildProcess
  end(signal: NodeJS.Signals): Promise<number | null>
}

let root: string
const running: ChildProcess[] = []

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'product-'))
  writeFileSync(path.join(root, 'index.html'), '<title>pages</title>')
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

/** Starts it and resolves when it is ready, or has ended. */
async function start(port = '0'): Promise<Run> {
  const tsx = path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const drive = path.join(__dirname, 'product', 'drive.ts')
  const child = spawn(process.execPath, [
    '--import',
    tsx.replace('cli.mjs', 'loader.mjs'),
    drive,
    path.join(root, 'data'),
    root,
    port,
  ])
  running.push(child)
  const lines: string[] = []
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      lines.push(...String(chunk).split('\n').filter(Boolean))
      if (lines.some((line) => line.startsWith('READY'))) resolve()
    })
    child.once('close', () => resolve())
  })
  const ready = lines.find((line) => line.startsWith('READY'))
  const url = ready ? String((JSON.parse(ready.slice(6)) as { url: string }).url) : ''
  return {
    url,
    port: url ? new URL(url).port : '',
    lines,
    child,
    end: (signal) => {
      child.kill(signal)
      return closed
    },
  }
}

const call = async (url: string, name: string, event: object, openid: string): Promise<unknown> => {
  const response = await fetch(`${url}/call/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  return response.json()
}

test('a first start fills in the demo and serves pages and functions on one port; SIGTERM ends it cleanly', async () => {
  const run = await start()
  expect(run.lines.filter((line) => line.startsWith('The demo is in place')).length).toBe(1)
  expect(await (await fetch(`${run.url}/`)).text()).toBe('<title>pages</title>')
  const answer = await call(run.url, 'home', { action: 'today', input: {} }, 'demo-member-01')
  expect(answer).toMatchObject({ ok: true })
  expect(await run.end('SIGTERM')).toBe(0)
}, 120_000)

test('after SIGKILL a second start keeps the data and does nothing over again', async () => {
  const first = await start()
  await first.end('SIGKILL')
  const second = await start()
  expect(second.lines.filter((line) => !line.startsWith('READY'))).toEqual([])
  expect(await call(second.url, 'home', { action: 'today', input: {} }, 'demo-member-01')).toMatchObject({ ok: true })
}, 120_000)

test('a second one on the same data is refused with the process that has them', async () => {
  const first = await start()
  const second = await start()
  expect(second.lines).toEqual([
    `REFUSED Another 红链通 (process ${first.child.pid}) is using ${path.join(root, 'data')}. Stop it first, or add --memory to start one that keeps nothing.`,
  ])
}, 120_000)

test('a busy port is refused by its number, with the way to choose another, before data are touched', async () => {
  const first = await start()
  const dataRoot = path.join(root, 'data')
  const before = readdirSync(dataRoot)
  const second = await start(first.port)
  expect(second.lines).toEqual([
    `REFUSED Port ${first.port} is in use by another program. Choose another: npm start -- --port ${Number(first.port) + 1}`,
  ])
  expect(readdirSync(dataRoot)).toEqual(before)
}, 120_000)
