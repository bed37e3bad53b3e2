import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCloud, post, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>

describe('reset', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await openCloud({ declaration: { collections: { notes: { indexes: [] } } } })
  })
  afterAll(() => cloud.stop())

  it('empties everything and makes the declared collections anew', async () => {
    await resultOf(cloud, 'store', { action: 'add', data: { text: 'gone' } })
    await resultOf(cloud, 'store', { action: 'create', collection: 'extra' })
    const { fileID } = await resultOf<{ fileID: string }>(cloud, 'files', { action: 'upload', path: 'a', text: 'a' })
    const message = { touser: 'o', templateId: 't', data: {} }
    await resultOf(cloud, 'openapi', { api: 'subscribeMessage.send', params: message })
    cloud.faults({ kind: 'fail', nth: 99 })
    cloud.setClock(1e9)
    expect((await post(cloud, '/_local/reset')).body).toEqual({ ok: true })
    expect([cloud.outbox(), cloud.listFaults(), cloud.clock().offsetMs, cloud.metrics().roundTrips]).toEqual([
      [],
      [],
      0,
      0,
    ])
    expect(await resultOf(cloud, 'store', { action: 'list' })).toMatchObject({ data: [] })
    expect(await resultOf(cloud, 'store', { action: 'list', collection: 'extra' })).toMatchObject({ errCode: -502005 })
    expect(await resultOf(cloud, 'files', { action: 'download', fileID })).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    })
  })

  it('knows its routes and their methods', async () => {
    const statuses = [
      (await send(cloud, '/_local/unknown')).status,
      (await send(cloud, '/_local/reset')).status,
      (await post(cloud, '/_local/metrics')).status,
    ]
    expect(statuses).toEqual([404, 405, 405])
  })
})

describe('the wire', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await openCloud()
  })
  afterAll(() => cloud.stop())

  it.each([
    ['storage.moveToMars', 'INVALID_ACTION', 'storage.moveToMars is not supported by the local cloud'],
    ['functions.deleteFunction', 'INVALID_ACTION', 'functions.deleteFunction is not supported by the local cloud'],
    ['ai.chat', 'INVALID_ACTION', 'ai.chat is not supported by the local cloud'],
    ['constructor.x', 'INVALID_ACTION', 'constructor.x is not supported by the local cloud'],
    ['', 'INVALID_ACTION', '(no action) is not supported by the local cloud'],
  ])('answers %s with an error, never emptily', async (action, code, message) => {
    const { status, body } = await post(cloud, '/admin', { action })
    expect({ status, body }).toEqual({ status: 200, body: { code, message, requestId: expect.any(String) as string } })
  })

  it('refuses a body that is not JSON', async () => {
    expect((await send(cloud, '/admin', { method: 'POST', body: 'no' })).status).toBe(400)
  })

  it('refuses a form without requestData', async () => {
    const form = new FormData()
    form.set('action', 'wx.openApi')
    form.set('apiName', 'wxacode.get')
    expect((await send<{ code: string }>(cloud, '/admin', { method: 'POST', body: form })).body.code).toBe(
      'INVALID_PARAM',
    )
  })
})

describe('a served folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  let cloud: Cloud
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'js'))
    writeFileSync(path.join(folder, 'index.html'), '<title>app</title>')
    writeFileSync(path.join(folder, 'js', 'app.3f2a9c11.js'), 'run()')
    writeFileSync(path.join(folder, 'plain.css'), 'body{}')
    cloud = await openCloud({ staticDir: folder })
  })
  afterAll(async () => {
    await cloud.stop()
    rmSync(folder, { recursive: true })
  })

  const get = async (route: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${cloud.url}${route}`, { headers })
    const { status } = response
    return {
      status,
      type: response.headers.get('content-type'),
      keep: response.headers.get('cache-control'),
      text: await response.text(),
    }
  }

  it.each([['/'], ['/index.html'], ['/pages/event/detail'], ['/pages/event/detail?id=1']])(
    'shows the app at %s',
    async (route) => {
      expect(await get(route)).toEqual({
        status: 200,
        type: 'text/html; charset=utf-8',
        keep: 'no-cache',
        text: '<title>app</title>',
      })
    },
  )

  it('lets hashed files be kept for good and others be asked for again', async () => {
    expect(await get('/js/app.3f2a9c11.js')).toEqual({
      status: 200,
      type: 'text/javascript; charset=utf-8',
      keep: 'public, max-age=31536000, immutable',
      text: 'run()',
    })
    expect((await get('/plain.css')).keep).toBe('no-cache')
    const etag = (await fetch(`${cloud.url}/plain.css`)).headers.get('etag') ?? ''
    expect((await get('/plain.css', { 'if-none-match': etag })).status).toBe(304)
  })

  it('has no file that is not there, and none outside', async () => {
    const routes = ['/missing.js', '/..%2f..%2fetc%2fpasswd.txt', '/js/..%2f..%2fsecret.txt']
    expect(await Promise.all(routes.map(async (route) => (await get(route)).status))).toEqual([404, 404, 404])
  })

  it('does not shadow the cloud', async () => {
    expect(await resultOf(cloud, 'plain', { value: 1 })).toBe(1)
    expect((await get('/call')).text).toBe('<title>app</title>')
  })
})
