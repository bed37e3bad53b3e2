import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callFunction, fixtures, openCloud, resultOf, sleep } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
let cloud: Cloud

async function open(options: Parameters<typeof openCloud>[0] = {}): Promise<Cloud> {
  cloud = await openCloud(options)
  return cloud
}

afterEach(() => cloud.stop())

describe('a function that overruns its timeout', () => {
  it('is ended with -504003 after the seconds of its config.json, even in an endless loop', async () => {
    await open()
    expect(await callFunction(cloud, 'endless', { quick: true })).toEqual({ status: 200, body: 'quick' })
    const since = performance.now()
    expect(await callFunction(cloud, 'endless')).toEqual({
      status: 504,
      body: {
        errCode: -504003,
        errMsg: '[FUNCTIONS_TIME_LIMIT_EXCEEDED] Invoking task timed out after 1 seconds',
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      },
    })
    expect(performance.now() - since).toBeGreaterThanOrEqual(1000)
  })

  it('is replaced: the next call finds a fresh instance', async () => {
    await open({ workers: 1 })
    await callFunction(cloud, 'endless')
    expect(await callFunction(cloud, 'endless', { quick: true })).toEqual({ status: 200, body: 'quick' })
    expect(cloud.metrics().functions.endless?.cold).toBe(2)
  })
})

describe('an instance that dies', () => {
  it.each([
    ['exits', { exit: true }, '145 code exit unexpected'],
    ['throws outside of its event', { uncaught: true }, 'Error: nobody catches this'],
    ['takes too much memory', { hungry: true }, '[FUNCTIONS_MEMORY_LIMIT_EXCEEDED] memory limit exceeded'],
  ])('because it %s answers an error and is replaced', async (_, event, reason) => {
    await open({ workers: 1 })
    expect(await resultOf(cloud, 'crasher')).toBe(1)
    expect(await resultOf(cloud, 'crasher')).toBe(2)
    const { status, body } = await callFunction<{ errCode: number; errMsg: string }>(cloud, 'crasher', event)
    expect([status, body.errCode]).toEqual([500, -504002])
    expect(body.errMsg).toContain(reason)
    expect(await resultOf(cloud, 'crasher')).toBe(1)
  })
})

it('logs an instance that dies between events, and replaces it', async () => {
  await open({ workers: 1 })
  expect(await resultOf(cloud, 'crasher', { later: true })).toBe(1)
  await sleep(200)
  expect(cloud.lines).toContain('[crasher] error: Error: after the answer')
  expect(await resultOf(cloud, 'crasher')).toBe(1)
})

describe('turns', () => {
  it('keeps instances warm and one event at a time each', async () => {
    await open({ workers: 2 })
    await Promise.all(Array.from({ length: 6 }, (_, index) => resultOf(cloud, 'sleeper', { ms: 50, name: index })))
    const { cold, warm } = cloud.metrics().functions.sleeper ?? { cold: 0, warm: 0 }
    expect([cold, warm]).toEqual([2, 4])
    expect(cloud.metrics().queue.maxDepth).toBeGreaterThanOrEqual(4)
  })

  it('does not count waiting against the timeout of a function', async () => {
    await open({ workers: 1 })
    await resultOf(cloud, 'sleeper', { ms: 0, name: 'warm up' })
    const since = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, name) => callFunction(cloud, 'sleeper', { ms: 300, name }, `o-${name}`)),
    )
    expect(answers).toEqual(Array.from({ length: 6 }, (_, name) => ({ status: 200, body: name })))
    expect(performance.now() - since).toBeGreaterThan(1700)
  })

  it('does not let one caller with many events keep another waiting', async () => {
    await open({ workers: 1 })
    await resultOf(cloud, 'sleeper', { ms: 0 })
    const ended: string[] = []
    const call = (name: string, openid: string) =>
      resultOf(cloud, 'sleeper', { ms: 30, name }, openid).then(() => ended.push(openid))
    const burst = Array.from({ length: 12 }, (_, index) => call(`burst ${index}`, 'o-busy'))
    await sleep(20)
    await Promise.all([...burst, call('single', 'o-patient')])
    expect(ended.indexOf('o-patient')).toBeLessThanOrEqual(3)
  })

  it('does not let a burst on one function keep another function waiting', async () => {
    await open({ workers: 1 })
    await resultOf(cloud, 'nothing')
    await resultOf(cloud, 'sleeper', { ms: 0 })
    const ended: string[] = []
    const burst = Array.from({ length: 12 }, (_, index) =>
      resultOf(cloud, 'sleeper', { ms: 30 }, `o-${index}`).then(() => ended.push('sleeper')),
    )
    await sleep(20)
    await Promise.all([...burst, resultOf(cloud, 'nothing').then(() => ended.push('nothing'))])
    expect(ended.indexOf('nothing')).toBeLessThanOrEqual(3)
  })
})

it('says truthfully when no more events can wait', async () => {
  await open({ workers: 1 })
  await resultOf(cloud, 'plain')
  const first = cloud.call('sleeper', { ms: 500, name: 'first' })
  const waiting = Array.from({ length: 10_000 }, (_, value) => cloud.call('plain', { value }))
  await expect(cloud.call('plain', {})).rejects.toMatchObject({
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    errCode: -501004,
  })
  expect(await first).toBe('first')
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 10_000 }, (_, value) => value))
})

it('picks up a function that was built anew', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'))
  try {
    cpSync(path.join(fixtures, 'plain'), path.join(folder, 'plain'), { recursive: true })
    await open({ functions: folder })
    expect(await resultOf(cloud, 'plain', { value: 'old' })).toBe('old')
    writeFileSync(path.join(folder, 'plain', 'index.js'), `exports.main = () => 'rebuilt'`)
    expect(await resultOf(cloud, 'plain', { value: 'old' })).toBe('rebuilt')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('lends its wx-server-sdk to a function far from any node_modules', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'))
  try {
    cpSync(path.join(fixtures, 'identity'), path.join(folder, 'identity'), { recursive: true })
    await open({ functions: folder })
    const { before } = await resultOf<{ before: { OPENID: string } }>(cloud, 'identity', {}, 'o-far')
    expect(before.OPENID).toBe('o-far')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('lends what a function asks the platform to install, and nothing else of its own', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'))
  const main = `exports.main = ({ name }) => { try { return typeof require(name) } catch { return 'missing' } }`
  try {
    mkdirSync(path.join(folder, 'asking'))
    writeFileSync(path.join(folder, 'asking', 'index.js'), main)
    writeFileSync(path.join(folder, 'asking', 'package.json'), '{ "dependencies": { "dayjs": "1.11.23" } }')
    await open({ functions: folder })
    const asked = (name: string) => resultOf(cloud, 'asking', { name })
    expect([await asked('dayjs'), await asked('mingo')]).toEqual(['function', 'missing'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('gives what waits its turn before it stops, and takes nothing on any more', async () => {
  await open({ workers: 1 })
  const outcome = Promise.allSettled([cloud.call('endless', {}), cloud.call('plain', { value: 'waited' })])
  await sleep(50)
  await cloud.stop()
  expect(await outcome).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'waited' }])
  await expect(cloud.call('plain', {})).rejects.toMatchObject({ code: 'SYS_ERR' })
  await expect(fetch(cloud.url)).rejects.toThrow('fetch failed')
})
