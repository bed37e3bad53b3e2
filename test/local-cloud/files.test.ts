import { openCloud, resultOf, send } from './support'

type Cloud = Awaited<ReturnType<typeof openCloud>>
type Uploaded = { fileID: string; errMsg: string }
type Address = { fileID: string; status: number; errMsg: string; tempFileURL: string; maxAge?: number }

let cloud: Cloud
beforeAll(async () => {
  cloud = await openCloud()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const files = <T>(event: object) => resultOf<T>(cloud, 'files', event, 'o')
const upload = (path: string, text = 'content') => files<Uploaded>({ action: 'upload', path, text })
const urls = (fileList: unknown[]) => files<Address[]>({ action: 'urls', fileList })
const idOf = (path: string) => `cloud://local.6c6f-local-1300000000/${path}`

async function urlOf(path: string, maxAge?: number): Promise<string> {
  const { fileID } = await upload(path)
  const [address] = await urls([maxAge === undefined ? fileID : { fileID, maxAge }])
  return address?.tempFileURL ?? ''
}

const put = (path: string, headers: Record<string, string>, body: string | Buffer = 'from a phone') =>
  send<{ fileID: string; code: string }>(cloud, `/files/${path}`, { method: 'PUT', body: body as BodyInit, headers })

describe('through the SDK', () => {
  it.each([['a.txt'], ['目录/第 1 页.txt'], ['a/b/c.d.e'], ['100%.txt'], ["x&y=z+(1)'.txt"]])(
    'stores %s',
    async (path) => {
      const { fileID, errMsg } = await upload(path, '你好')
      expect([fileID, errMsg]).toEqual([idOf(path), 'uploadFile:ok'])
      expect(await files({ action: 'download', fileID })).toEqual({ text: '你好', statusCode: 200 })
    },
  )

  it('keeps a file and one "below" its name apart', async () => {
    await upload('a', 'upper')
    await upload('a/b', 'lower')
    expect(await files({ action: 'download', fileID: idOf('a') })).toEqual({ text: 'upper', statusCode: 200 })
    expect(await files({ action: 'download', fileID: idOf('a/b') })).toEqual({ text: 'lower', statusCode: 200 })
  })

  it('replaces a file that is there', async () => {
    await upload('a.txt', 'first')
    await upload('a.txt', 'second')
    expect(await files({ action: 'download', fileID: idOf('a.txt') })).toEqual({ text: 'second', statusCode: 200 })
  })

  it.each([['../a'], ['a/../../b'], ['/a'], ['a//b'], ['.'], ['a\\b'], ['a?b'], ['x'.repeat(851)]])(
    'refuses the cloud path %s',
    async (path) => {
      expect(await upload(path)).toMatchObject({ code: 'INVALID_PARAM' })
    },
  )

  it('says of each file whether it has an address', async () => {
    await upload('a.txt')
    const [there, gone, foreign] = await urls([idOf('a.txt'), idOf('b.txt'), 'cloud://other.6f74-other-1/a.txt'])
    expect(there).toMatchObject({ status: 0, errMsg: 'ok', maxAge: 600 })
    expect([gone, foreign].map((address) => [address?.status, address?.tempFileURL])).toEqual([
      [-503003, ''],
      [-503003, ''],
    ])
  })

  it('takes 50 files in one request and not 51', async () => {
    await upload('a.txt')
    expect(await urls(Array<string>(50).fill(idOf('a.txt')))).toHaveLength(50)
    expect(await urls(Array<string>(51).fill(idOf('a.txt')))).toMatchObject({ code: 'INVALID_PARAM' })
    const fileList = Array<string>(51).fill(idOf('a.txt'))
    expect(await files({ action: 'delete', fileList })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('deletes files and says which were not there', async () => {
    await upload('a.txt')
    const fileList = [idOf('a.txt'), idOf('a.txt')]
    expect(await files({ action: 'delete', fileList })).toEqual([
      { fileID: idOf('a.txt'), status: 0, errMsg: 'ok' },
      { fileID: idOf('a.txt'), status: -503003, errMsg: 'storage file not exists' },
    ])
    expect(await files({ action: 'download', fileID: idOf('a.txt') })).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })
})

describe('a temporary URL', () => {
  it('shows the file with its type, and nothing that could act as the app', async () => {
    const response = await fetch(await urlOf('page.html'))
    expect([response.status, await response.text()]).toEqual([200, 'content'])
    const names = ['content-type', 'content-security-policy', 'x-content-type-options']
    expect(names.map((name) => response.headers.get(name))).toEqual(['text/html; charset=utf-8', 'sandbox', 'nosniff'])
  })

  it('is refused when changed, when used for another file, and without a signature', async () => {
    const url = await urlOf('a.txt')
    await upload('b.txt')
    const later = url.replace(/t=\d+/, (t) => `t=${Number(t.slice(2)) + 3600}`)
    const refused = [later, url.replace('a.txt', 'b.txt'), url.replace(/sign=[^&]+/, 'sign='), url.split('?')[0] ?? '']
    expect(await Promise.all(refused.map(async (each) => (await fetch(each)).status))).toEqual([403, 403, 403, 403])
  })

  it('ends with its time in the cloud’s clock, ten minutes unless the call says otherwise', async () => {
    const [ordinary, long] = [await urlOf('a.txt'), await urlOf('b.txt', 7200)]
    const statuses = async () => [(await fetch(ordinary)).status, (await fetch(long)).status]
    cloud.setClock(9 * 60_000)
    expect(await statuses()).toEqual([200, 200])
    cloud.setClock(11 * 60_000)
    expect(await statuses()).toEqual([403, 200])
    cloud.setClock(121 * 60_000)
    expect(await statuses()).toEqual([403, 403])
  })

  it('serves parts, and nothing twice to a client that has it', async () => {
    const url = await urlOf('film.mp4')
    const part = await fetch(url, { headers: { range: 'bytes=3-5' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 3-5/7', 'ten'])
    const end = await fetch(url, { headers: { range: 'bytes=-2' } })
    expect([end.status, await end.text()]).toEqual([206, 'nt'])
    expect((await fetch(url, { headers: { range: 'bytes=99-' } })).status).toBe(416)
    const etag = part.headers.get('etag') ?? ''
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

describe('an upload by the SDK', () => {
  /** Asks for the address and the key of an upload, as the SDK does. */
  async function metadata(path: string) {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', path, method: 'put' })
    const answer = await send<{ data: { url: string; authorization: string; fileId: string } }>(cloud, '/admin', {
      method: 'POST',
      body,
    })
    return answer.body.data
  }

  const form = (key: string) => {
    const fields = new FormData()
    fields.set('Signature', key)
    fields.set('key', '目录/a.txt')
    fields.set('file', new Blob([Buffer.from([0, 1, 255, 13, 10])]), 'a.txt')
    return fields
  }

  it('before version 3 comes as a form and is stored byte by byte', async () => {
    const { url, authorization, fileId } = await metadata('目录/a.txt')
    const answer = await fetch(url, { method: 'POST', body: form(authorization) })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    const [address] = await urls([fileId])
    const stored = await (await fetch(address?.tempFileURL ?? '')).arrayBuffer()
    expect([...new Uint8Array(stored)]).toEqual([0, 1, 255, 13, 10])
  })

  it('is refused in the storage’s XML when its key is not for that file or has expired', async () => {
    const { url, authorization } = await metadata('a.txt')
    const other = await fetch(url.replace('a.txt', 'b.txt'), { method: 'PUT', body: 'x', headers: { authorization } })
    const forged = await fetch(url, { method: 'POST', body: form('1.2') })
    cloud.setClock(16 * 60_000)
    const late = await fetch(url, { method: 'PUT', body: 'x', headers: { authorization } })
    const xml =
      '<Error><Code>SignatureDoesNotMatch</Code><Message>the upload key is not valid or has expired</Message>' +
      '<RequestId>local</RequestId><TraceId>local</TraceId></Error>'
    expect(await Promise.all([other, forged, late].map(async (each) => [each.status, await each.text()]))).toEqual(
      Array(3).fill([403, xml]),
    )
  })
})

describe('an upload by a client', () => {
  it('is in its own name and keeps the content type', async () => {
    const { status, body } = await put('phone/a.bin', { 'x-openid': 'o-anna', 'content-type': 'image/png' })
    expect([status, body.fileID]).toEqual([200, idOf('phone/a.bin')])
    const [address] = await urls([body.fileID])
    const shown = await fetch(address?.tempFileURL ?? '')
    expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['image/png', 'from a phone'])
  })

  it('replaces only its own files', async () => {
    await put('phone/a.txt', { 'x-openid': 'o-anna' }, 'of anna')
    await upload('function/a.txt')
    const foreign = [
      await put('phone/a.txt', { 'x-openid': 'o-mallory' }),
      await put('function/a.txt', { 'x-openid': 'o-anna' }),
    ]
    expect(foreign.map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([403, 'STORAGE_EXCEED_AUTHORITY']),
    )
    expect((await put('phone/a.txt', { 'x-openid': 'o-anna' }, 'of anna again')).status).toBe(200)
  })

  it.each([
    ['without a name', {}, 'a.txt', 403],
    ['outside of the files', { 'x-openid': 'o' }, '..%2f..%2fetc%2fpasswd', 400],
    ['with an empty part', { 'x-openid': 'o' }, 'a//b', 400],
  ])('is refused %s', async (_, headers, path, status) => {
    expect((await put(path, headers as Record<string, string>)).status).toBe(status)
  })

  it('is refused over the size limit', async () => {
    const { status, body } = await put('big.bin', { 'x-openid': 'o' }, Buffer.alloc(50 * 1024 * 1024 + 1))
    expect([status, body.code]).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE'])
  })
})
