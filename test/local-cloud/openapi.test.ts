import { createCanvas, loadImage } from '@napi-rs/canvas'
import decodeQR from 'qr/decode.js'
import { openCloud, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const ask = <T = Record<string, unknown>>(api: string, params: object) =>
  resultOf<T>(cloud, 'openapi', { api, params, action: 'notify' }, 'o-anna')

describe('subscribeMessage.send', () => {
  const message = { touser: 'o-bob', templateId: 'tpl', page: 'pages/x', data: { thing1: { value: '主题党日' } } }

  it('goes to the outbox as WeChat would get it', async () => {
    const answer = await ask('subscribeMessage.send', message)
    expect(answer).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
    const expected = [
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        api: 'subscribeMessage.send',
        request: { touser: 'o-bob', template_id: 'tpl', page: 'pages/x', data: { thing1: { value: '主题党日' } } },
        response: { errcode: 0, errmsg: 'ok', msgid: expect.any(Number) as number },
        function: 'openapi',
        action: 'notify',
        openid: 'o-anna',
      },
    ]
    expect((await send(cloud, '/_local/outbox')).body).toEqual(expected)
    expect(cloud.outbox()).toEqual(expected)
  })

  it.each([
    [{ ...message, touser: '' }, 40003],
    [{ ...message, templateId: undefined }, 40037],
    [{ ...message, data: { thing1: { value: '长'.repeat(21) } } }, 47003],
    [{ ...message, data: { phrase2: { value: '六个汉字太长' } } }, 47003],
    [{ ...message, data: { thing1: '主题党日' } }, 47003],
    [{ ...message, touser: 'o-unsubscribed' }, 43101],
  ])('is refused as WeChat refuses it (%#)', async (params, errCode) => {
    expect((await ask('subscribeMessage.send', params)).errCode).toBe(errCode)
  })
})

describe('security.msgSecCheck', () => {
  const check = (content: string, rest: object = { version: 2, scene: 2, openid: 'o-anna' }) =>
    ask<{ errCode: number; result?: { suggest: string; label: number } }>('security.msgSecCheck', { content, ...rest })

  it.each([
    ['大家好', { suggest: 'pass', label: 100 }],
    ['大家【违规】好', { suggest: 'risky', label: 20006 }],
    ['大家【待审】好', { suggest: 'review', label: 21000 }],
  ])('judges "%s"', async (content, result) => {
    expect(await check(content)).toMatchObject({ errCode: 0, result })
  })

  it('looks at the title and the nickname too', async () => {
    const { result } = await check('好', { version: 2, scene: 1, openid: 'o', title: '【违规】' })
    expect(result?.suggest).toBe('risky')
  })

  it('answers 87014 for a risky text in version 1', async () => {
    expect([(await check('好', {})).errCode, (await check('【违规】', {})).errCode]).toEqual([0, 87014])
  })

  it.each([
    ['no openid', 'x', { version: 2, scene: 2 }, 40003],
    ['no scene', 'x', { version: 2, openid: 'o' }, 40097],
    ['no text', '', { version: 2, scene: 2, openid: 'o' }, 44004],
    ['more than 2,500 characters', '长'.repeat(2501), { version: 2, scene: 2, openid: 'o' }, 45002],
  ])('refuses %s', async (_, content, rest, errCode) => {
    expect((await check(content, rest)).errCode).toBe(errCode)
  })
})

describe('wxacode.getUnlimited', () => {
  type Code = { contentType: string; picture: string; errCode: number }

  it('answers a QR code that says it is a local one, with page and scene', async () => {
    const code = await ask<Code>('wxacode.getUnlimited', { scene: 'e=1&x=2', page: 'pages/event/index', width: 300 })
    expect([code.errCode, code.contentType]).toEqual([0, 'image/png'])
    expect(await read(Buffer.from(code.picture, 'base64'))).toBe('local-wxacode:pages/event/index?scene=e%3D1%26x%3D2')
  })

  it.each([['x'.repeat(33)], [''], ['含汉字']])('refuses the scene "%s"', async (scene) => {
    expect((await ask<Code>('wxacode.getUnlimited', { scene, page: 'pages/x' })).errCode).toBe(40169)
  })

  async function read(png: Buffer): Promise<string> {
    const image = await loadImage(png)
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
    return decodeQR({ data: new Uint8Array(data), width, height })
  }
})

it('answers links and asynchronous checks in their documented shape', async () => {
  expect(await ask('urllink.generate', { path: 'pages/x' })).toMatchObject({
    errCode: 0,
    urlLink: expect.any(String) as string,
  })
  const media = { mediaUrl: 'https://x/y.png', mediaType: 2, version: 2, scene: 1, openid: 'o' }
  expect(await ask('security.mediaCheckAsync', media)).toMatchObject({
    errCode: 0,
    traceId: expect.any(String) as string,
  })
})

it('serves cloud.callOpenAPI as well', async () => {
  const data = { touser: 'o', template_id: 't', data: {} }
  const result = await resultOf(cloud, 'callopenapi', { api: 'openapi.subscribeMessage.send', data })
  expect(result).toMatchObject({ errcode: 0, errmsg: 'ok' })
  expect(cloud.outbox().map(({ api }) => api)).toEqual(['subscribeMessage.send'])
})

it('refuses what config.json does not permit, with -604101', async () => {
  expect(await ask('customerServiceMessage.send', { touser: 'o', msgtype: 'text' })).toEqual({
    errCode: -604101,
    errMsg: 'system error: error code: -604101',
  })
  expect(cloud.outbox()).toEqual([])
})

it('says of an openapi it does not know that it is not supported', async () => {
  expect(await ask('logistics.addOrder', {})).toEqual({
    errCode: -604100,
    errMsg: 'openapi.logistics.addOrder:fail API not found: logistics.addOrder is not supported by the local cloud',
  })
})

it('says of payment and open data that they are not supported', async () => {
  expect(await resultOf(cloud, 'unsupported')).toEqual({
    pay: {
      errCode: -501001,
      errMsg:
        'cloudPay.unifiedOrder:fail -501001 resource system error. wx.wxPayApi unifiedOrder is not supported by the local cloud',
    },
    openData: { errCode: -604101, errMsg: 'system error: error code: -604101' },
  })
})
