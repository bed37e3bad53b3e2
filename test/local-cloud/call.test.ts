import { request } from 'node:http'
import { callFunction, openCloud, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud()
})
afterAll(() => cloud.stop())

describe('what goes in and comes out', () => {
  it('hands the body to the function unchanged and its return value back as it is', async () => {
    const event = { action: 'x', input: { list: [1, null, '二'], nested: { userInfo: 'mine' } } }
    const { status, body } = await callFunction<{ event: unknown; timeLimit: number }>(cloud, 'echo', event, 'o-1')
    expect({ status, event: body.event, timeLimit: body.timeLimit }).toEqual({ status: 200, event, timeLimit: 3000 })
  })

  it('answers null for a function that returns nothing', async () => {
    expect(await callFunction(cloud, 'nothing')).toEqual({ status: 200, body: null })
  })

  it.each([['text'], [12], [false], [[1, 2]], [{ a: 1 }]])('answers %j as JSON', async (value) => {
    expect(await callFunction(cloud, 'plain', { value })).toEqual({ status: 200, body: value })
  })

  it('takes an empty body for an empty event', async () => {
    const { body } = await send<{ event: unknown }>(cloud, '/call/echo', { method: 'POST' })
    expect(body.event).toEqual({})
  })

  it('runs functions that call back', async () => {
    expect(await callFunction(cloud, 'callback')).toEqual({ status: 200, body: { called: 'back' } })
    expect((await callFunction(cloud, 'callback', { fail: true })).body).toEqual({
      errCode: -504002,
      errMsg: 'functions execute fail | errMsg: Error: called back',
      code: 'FUNCTIONS_EXECUTE_FAIL',
    })
  })

  it('loads functions that are ES modules', async () => {
    expect(await callFunction(cloud, 'esm', { a: 1 })).toEqual({ status: 200, body: { module: 'es', event: { a: 1 } } })
  })
})

describe('failures have the vendor codes', () => {
  it('tells of an unknown function with 404 and -501000', async () => {
    expect(await callFunction(cloud, 'nowhere')).toEqual({
      status: 404,
      body: {
        errCode: -501000,
        errMsg: '[FUNCTION_NOT_FOUND] FunctionName parameter could not be found: nowhere',
        code: 'FUNCTION_NOT_FOUND',
      },
    })
  })

  it.each(['..%2f..%2fetc', '%2e%2e', 'a/b', ''])('finds no function under the name "%s"', async (name) => {
    expect((await callFunction(cloud, name)).status).toBe(404)
  })

  it('tells of a thrown error with 500 and -504002, and keeps its stack in the log', async () => {
    expect(await callFunction(cloud, 'throws')).toEqual({
      status: 500,
      body: {
        errCode: -504002,
        errMsg: 'functions execute fail | errMsg: RangeError: out of reach',
        code: 'FUNCTIONS_EXECUTE_FAIL',
      },
    })
    const log = cloud.lines.join('\n')
    expect(log).toMatch(/^\[throws [0-9a-f]{8}\] log: before the fall \{ deep: \{ enough: true \} \}$/m)
    expect(log).toMatch(/^\[throws [0-9a-f]{8}\] error: RangeError: out of reach\n {4}at exports\.main/m)
  })

  it('tells of a thrown object by its content', async () => {
    const { body } = await callFunction<{ errMsg: string }>(cloud, 'throws', { plain: true })
    expect(body.errMsg).toBe('functions execute fail | errMsg: {"errCode":7,"errMsg":"plain object"}')
  })

  it('tells of a result that is not JSON', async () => {
    const { status, body } = await callFunction<{ errCode: number; errMsg: string }>(cloud, 'circular')
    expect([status, body.errCode]).toEqual([500, -504002])
    expect(body.errMsg).toContain('TypeError: Converting circular structure to JSON')
  })

  it.each([
    ['lacking', /Cannot find module 'a-package-that-nobody-installed'/],
    ['mainless', /handler main not found in mainless\/index\.js/],
  ])('tells why %s cannot be loaded', async (name, reason) => {
    const { status, body } = await callFunction<{ errCode: number; errMsg: string }>(cloud, name)
    expect([status, body.errCode]).toEqual([500, -504002])
    expect(body.errMsg).toMatch(reason)
  })

  it('refuses a request text over 100 KB and takes one just under it', async () => {
    const { status, body } = await callFunction<{ code: string }>(cloud, 'echo', { text: 'x'.repeat(100 * 1024) })
    expect([status, body.code]).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE'])
    expect((await callFunction(cloud, 'echo', { text: 'x'.repeat(99 * 1024) })).status).toBe(200)
  })

  it('refuses a result over 1 MB', async () => {
    const { body } = await callFunction<{ errCode: number }>(cloud, 'big', { bytes: 1024 * 1024 })
    expect(body.errCode).toBe(-604001)
    expect((await callFunction(cloud, 'big', { bytes: 1000 * 1024 })).status).toBe(200)
  })

  it('refuses an event that is not JSON', async () => {
    const { status, body } = await send<{ errCode: number }>(cloud, '/call/echo', { method: 'POST', body: '{"a":' })
    expect([status, body.errCode]).toEqual([400, -501007])
  })
})

it.each(['/call/plain', '/admin', '/_local/reset'])('does nothing at %s for a mere link', async (route) => {
  expect((await send(cloud, route)).status).toBe(405)
})

describe('only programs on this machine are served', () => {
  it.each([
    ['a foreign Host', { host: 'evil.example:80' }],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_, headers) => {
    expect(await rawStatus(headers)).toBe(403)
  })

  it.each([['localhost:1234'], ['127.0.0.1'], ['[::1]:80']])('serves the Host %s', async (host) => {
    expect(await rawStatus({ host })).toBe(200)
  })

  it('serves a page of its own origin without opening itself to others', async () => {
    const response = await fetch(`${cloud.url}/call/nothing`, { method: 'POST', headers: { origin: cloud.url } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })
})

/** fetch would not send these headers. */
function rawStatus(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(`${cloud.url}/call/nothing`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end('{}')
  })
}

describe('who calls', () => {
  const context = (openid: string) => ({
    APPID: 'wx0000000000000000',
    OPENID: openid,
    CLIENTIP: '127.0.0.1',
    CLIENTIPV6: '::ffff:127.0.0.1',
    ENV: 'local',
    SOURCE: 'wx_client',
  })

  it('is what getWXContext says, from x-openid', async () => {
    expect(await resultOf(cloud, 'identity', {}, 'o-anna')).toEqual({
      before: context('o-anna'),
      after: context('o-anna'),
    })
  })

  it('is nobody without x-openid', async () => {
    const nobody = { APPID: 'wx0000000000000000', ENV: 'local', SOURCE: 'wx_http' }
    expect(await resultOf(cloud, 'identity')).toEqual({ before: nobody, after: nobody })
  })

  it('does not mix up people who call at the same time', async () => {
    const people = Array.from({ length: 24 }, (_, index) => `o-${index}`)
    const answers = await Promise.all(
      people.map((openid, index) => resultOf(cloud, 'identity', { ms: index % 5 }, openid)),
    )
    expect(answers).toEqual(people.map((openid) => ({ before: context(openid), after: context(openid) })))
  })
})

it('keeps what a function set for itself, and nothing of the caller, from one event to the next', async () => {
  const single = await openCloud({ workers: 1 })
  try {
    expect(await resultOf(single, 'keeper', { own: 'kept' }, 'o-1')).toEqual({
      openid: 'o-1',
      loading: 'stays',
      seen: [],
    })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await resultOf(single, 'keeper')).toEqual({ own: 'kept', loading: 'stays', seen: ['nobody'] })
  } finally {
    await single.stop()
  }
})
