import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fixtures, resultOf, sleep } from './support'

const root = path.join(__dirname, '..', '..')
const children: ChildProcess[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cloud-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Run = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null> }

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'config/cloud.ts', ...args], {
    cwd: root,
    env: { ...process.env, TZ: 'America/New_York' },
  })
  children.push(child)
  const texts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, out: () => texts.out, err: () => texts.err, ended }
}

type Ready = Run & { url: string; port: number }

/** Starts the cloud with the fixture functions and waits for its line. */
async function start(...args: string[]): Promise<Ready> {
  const cloud = run('--port', '0', '--functions', fixtures, ...args)
  const line = await new Promise<string>((resolve, reject) => {
    cloud.child.stdout?.on('data', () => cloud.out().includes('\n') && resolve(cloud.out()))
    void cloud.ended.then(() => reject(new Error(`the cloud ended: ${cloud.err()}`)))
  })
  return { ...cloud, ...(JSON.parse(line) as { url: string; port: number }) }
}

const write = (cloud: { url: string }, id: string) =>
  resultOf<{ errMsg: string }>(cloud, 'store', { action: 'set', id, data: { text: id } })
const list = async (cloud: { url: string }) =>
  (await resultOf<{ data: { _id: string }[] }>(cloud, 'store', { action: 'list' })).data.map(({ _id }) => _id).sort()

describe('npm run cloud', () => {
  it('prints one line of JSON when it is ready, and nothing else on stdout', async () => {
    const cloud = await start('--memory')
    expect(await resultOf(cloud, 'plain', { value: 'works' })).toBe('works')
    await resultOf(cloud, 'keeper')
    cloud.child.kill('SIGTERM')
    await cloud.ended
    const lines = cloud.out().trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ url: `http://127.0.0.1:${cloud.port}`, port: cloud.port })
  })

  it('runs functions in UTC, as the platform does', async () => {
    const cloud = await start('--memory')
    expect(await resultOf(cloud, 'zone')).toBe('2026-01-01T00:00:00.000Z')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('lets running calls end and exits with 0 on %s', async (signal) => {
    const cloud = await start('--memory')
    await resultOf(cloud, 'sleeper', { ms: 0 })
    const call = resultOf(cloud, 'sleeper', { ms: 600, name: 'finished' })
    await sleep(300)
    cloud.child.kill(signal)
    expect([await call, await cloud.ended]).toEqual(['finished', 0])
  })

  it.each([
    [['--memory'], '--port is missing'],
    [['--port', '0'], 'give either --data DIR or --memory'],
    [['--port', '0', '--memory', '--data', 'x'], 'give either --data DIR or --memory'],
    [['--port', '70000', '--memory'], '--port has to be a whole number'],
    [['--port', '0', '--memory', '--workers', '0'], '--workers has to be a whole number'],
    [['--port', '0', '--memory', '--seed', 'all'], '--seed has to be demo or none'],
    [['--port', '0', '--memory', '--functions', '/no/such/folder'], 'there is no folder /no/such/folder'],
    [['--port', '0', '--memory', '--colour'], "Unknown option '--colour'"],
  ])('refuses %j in one line', async (args, message) => {
    const cloud = run(...args)
    expect(await cloud.ended).toBe(1)
    expect([cloud.out(), cloud.err().trimEnd().split('\n').length]).toEqual(['', 1])
    expect(cloud.err()).toContain(message)
  })

  it('says in one line that the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const cloud = run('--port', String(port), '--memory', '--functions', fixtures)
    expect([await cloud.ended, cloud.out(), cloud.err()]).toEqual([1, '', `local cloud: port ${port} is in use\n`])
    server.close()
  })
})

describe('a data folder', () => {
  it('keeps documents and files over a stop', async () => {
    const first = await start('--data', folder)
    await resultOf(first, 'store', { action: 'create' })
    await write(first, 'kept')
    const { fileID } = await resultOf<{ fileID: string }>(first, 'files', {
      action: 'upload',
      path: 'a/b',
      text: 'kept too',
    })
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = await start('--data', folder)
    expect(await list(second)).toEqual(['kept'])
    expect(await resultOf(second, 'files', { action: 'download', fileID })).toEqual({
      text: 'kept too',
      statusCode: 200,
    })
  })

  it('loses nothing that was acknowledged when it is killed in the middle of a burst', async () => {
    const first = await start('--data', folder)
    await resultOf(first, 'store', { action: 'create' })
    const acknowledged: string[] = []
    const burst = Array.from({ length: 200 }, async (_, index) => {
      const { errMsg } = await write(first, `note-${index}`)
      if (errMsg === 'document.set:ok') acknowledged.push(`note-${index}`)
      if (acknowledged.length === 40) first.child.kill('SIGKILL')
    })
    await Promise.allSettled(burst)
    expect(await first.ended).toBeNull()
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)
    const second = await start('--data', folder)
    expect(await list(second)).toEqual(expect.arrayContaining(acknowledged))
  })

  it('belongs to one cloud at a time', async () => {
    await start('--data', folder)
    const second = run('--port', '0', '--functions', fixtures, '--data', folder)
    expect([await second.ended, second.out()]).toEqual([1, ''])
    expect(second.err()).toBe(`local cloud: data folder ${folder} is in use by another local cloud\n`)
  })

  it('that is damaged is refused in one line', async () => {
    writeFileSync(
      path.join(folder, 'database.sqlite'),
      'this is no database, and long enough to be read as one'.repeat(100),
    )
    const cloud = run('--port', '0', '--functions', fixtures, '--data', folder)
    expect([await cloud.ended, cloud.out()]).toEqual([1, ''])
    expect(cloud.err()).toMatch(/^local cloud: data folder .* is damaged: .*\n$/)
  })

  it('that is a file is refused in one line', async () => {
    const file = path.join(folder, 'file')
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, '')
    const cloud = run('--port', '0', '--functions', fixtures, '--data', file)
    expect([await cloud.ended, cloud.out()]).toEqual([1, ''])
    expect(cloud.err()).toMatch(/^local cloud: data folder .* cannot be used: .*\n$/)
  })
})
