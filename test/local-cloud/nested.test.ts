import { openCloud, resultOf } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud({ workers: 2 })
})
afterAll(() => cloud.stop())

const nest = (depth: number): { name: string; data: object } =>
  depth === 0 ? { name: 'plain', data: { value: 'innermost' } } : { name: 'caller', data: nest(depth - 1) }

it('carries the caller on and writes scf behind the source', async () => {
  const event = { name: 'identity', data: {} }
  const { result } = await resultOf<{ result: { before: object } }>(cloud, 'caller', event, 'o-anna')
  expect(result.before).toEqual({
    APPID: 'wx0000000000000000',
    OPENID: 'o-anna',
    CLIENTIP: '127.0.0.1',
    CLIENTIPV6: '::ffff:127.0.0.1',
    ENV: 'local',
    SOURCE: 'wx_client,scf',
  })
})

it('shows the whole chain to a function that is called by a called function', async () => {
  const event = { name: 'caller', data: { name: 'identity', data: {} } }
  const { result } = await resultOf<{ result: { result: { before: { SOURCE: string } } } }>(cloud, 'caller', event, 'o')
  expect(result.result.before.SOURCE).toBe('wx_client,scf,scf')
})

it('gives the caller its own identity back after the call', async () => {
  const event = { name: 'plain', data: { value: 1 } }
  const { context } = await resultOf<{ context: { OPENID: string; SOURCE: string } }>(cloud, 'caller', event, 'o-anna')
  expect([context.OPENID, context.SOURCE]).toEqual(['o-anna', 'wx_client'])
})

it.each([
  [{ name: 'plain', data: { value: { a: [1] } } }, { a: [1] }],
  [{ name: 'plain', data: {} }, null],
  [{ name: 'nothing', data: {} }, null],
])('answers the result of %j', async (event, expected) => {
  expect((await resultOf<{ result: unknown }>(cloud, 'caller', event, 'o')).result).toEqual(expected)
})

it.each([
  ['throws', 'FUNCTIONS_EXECUTE_FAIL', 'callFunction:fail RangeError: out of reach'],
  ['endless', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 1 seconds'],
  ['nowhere', 'FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found'],
])('tells a caller of %s by the code %s', async (name, code, errMsg) => {
  const failure = await resultOf<{ code: string; errMsg: string }>(cloud, 'caller', { name, data: {} }, 'o')
  expect(failure.code).toBe(code)
  expect(failure.errMsg).toContain(errMsg)
})

it('lets functions wait for functions beyond the number of workers', async () => {
  const chains = Array.from({ length: 3 }, (_, index) => resultOf(cloud, 'caller', nest(2), `o-${index}`))
  const answers = await Promise.all(chains)
  const context = expect.any(Object) as object
  const chain = { context, result: { context, result: { result: 'innermost', context } } }
  expect(answers).toEqual([chain, chain, chain])
})
