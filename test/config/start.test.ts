import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addressList } from '../../config/start/addresses'
import { holderOf, lock, tryLock } from '../../config/start/lock'
import { defaultPort, readCommandLine } from '../../config/start/options'

describe('the command line', () => {
  const nothing = { port: defaultPort, fresh: false, memory: false, watch: false, json: false, help: false }

  test('without options it is the default port and kept data', () => {
    expect(readCommandLine([])).toEqual(nothing)
  })

  test('every option is understood', () => {
    expect(readCommandLine(['--port', '0', '--fresh', '--memory', '--watch', '--json', '--help'])).toEqual({
      port: 0,
      fresh: true,
      memory: true,
      watch: true,
      json: true,
      help: true,
    })
  })

  test.each(['x', '-1', '70000', '1.5'])('the port "%s" is refused with what is possible', (port) => {
    expect(() => readCommandLine([`--port=${port}`])).toThrow(`--port takes a number from 0 to 65535, not "${port}".`)
  })

  test('an unknown option is answered with the ones there are', () => {
    expect(() => readCommandLine(['--frsh'])).toThrow(/--frsh[\s\S]*--fresh +begin anew/)
  })
})

test('the address list has the front door first and one link for each demo person, in columns', () => {
  const list = addressList('http://127.0.0.1:3200', [
    { openid: 'demo-visitor', name: '访客', roles: '未登记' },
    { openid: 'demo-secretary-01', name: '周岚', roles: '党支部书记' },
  ])
  expect(list.split('\n')).toEqual([
    '',
    '红链通  http://127.0.0.1:3200/',
    '',
    '  http://127.0.0.1:3200/?as=demo-visitor       访客  未登记',
    '  http://127.0.0.1:3200/?as=demo-secretary-01  周岚  党支部书记',
    '',
    'Each tab is the person in its address. Ctrl+C stops.',
  ])
})

describe('the lock', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const file = () => path.join(folder, 'a.sqlite')

  test('is held by one at a time and free after it was released', () => {
    const first = tryLock(file())
    expect([Boolean(first), tryLock(file()), holderOf(file())]).toEqual([true, undefined, String(process.pid)])
    first?.release()
    const second = tryLock(file())
    expect(Boolean(second)).toBe(true)
    second?.release()
  })

  test('waiting says once for whom, and ends when the lock is free', async () => {
    const first = tryLock(file())
    const told: string[] = []
    const second = lock(file(), (holder) => told.push(holder))
    await new Promise((resolve) => setTimeout(resolve, 600))
    first?.release()
    const held = await second
    held.release()
    expect(told).toEqual([String(process.pid)])
  })

  test('waiting ends when the start is given up', async () => {
    const first = tryLock(file())
    const abort = new AbortController()
    const second = lock(file(), () => abort.abort(new Error('given up')), abort.signal)
    await expect(second).rejects.toThrow('given up')
    first?.release()
  })

  test('a killed process leaves it free', async () => {
    const script = `const D = require('libsql'); const d = new D(${JSON.stringify(file())}); d.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', script], { cwd: path.resolve(__dirname, '../..') })
    await once(child.stdout, 'data')
    expect(tryLock(file())).toBe(undefined)
    child.kill('SIGKILL')
    await once(child, 'close')
    const held = tryLock(file())
    expect(Boolean(held)).toBe(true)
    held?.release()
  })
})
