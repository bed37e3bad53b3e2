import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { byHand } from '../../config/deploy/by-hand'
import { describe as describeStep, plan, type PlanInputs, type Step } from '../../config/deploy/plan'
import { readSettings } from '../../config/deploy/settings'
import { projectRoot } from '../../config/build-record'
import { certificate, startVendorApi, type VendorApi } from './vendor/api'

const whole = {
  WX_APPID: 'wx0123456789abcdef',
  WX_CI_PRIVATE_KEY_PATH: '/keys/upload.key',
  TCB_ENV_ID: 'prod-1',
  TENCENTCLOUD_SECRETID: 'the-id',
  TENCENTCLOUD_SECRETKEY: 'the-secret',
  CHECK_IN_URL_PREFIX: 'https://example.com/c/',
}
const read = (environment: Record<string, string | undefined>, cloudOnly = false) =>
  readSettings(environment, { cloudOnly, fileExists: () => true })

const inputs = (change: Partial<PlanInputs> = {}): PlanInputs => ({
  settings: read(whole).settings,
  declaration: {
    collections: {
      events: {
        indexes: [
          {
            name: 'by_branch',
            keys: [
              { field: 'branchId', direction: 'asc' },
              { field: 'start', direction: 'desc' },
            ],
          },
          { name: 'by_key', keys: [{ field: 'key', direction: 'asc' }], unique: true },
        ],
      },
      actors: { indexes: [] },
    },
  },
  functions: {
    root: '/built',
    list: [
      {
        name: 'event',
        config: {
          timeout: 10,
          memorySize: 256,
          permissions: { openapi: [] },
          triggers: [{ name: 'sweep', type: 'timer', config: '0 */5 * * * * *' }],
        },
        codeHash: 'a'.repeat(64),
      },
      {
        name: 'home',
        config: { timeout: 3, memorySize: 256, permissions: { openapi: [] }, triggers: [] },
        codeHash: 'b'.repeat(64),
      },
    ],
  },
  version: '0.1.0',
  ...change,
})

describe('the settings', () => {
  test('a whole environment is read without a fault, with the defaults for what may be left out', () => {
    expect(read(whole)).toEqual({
      faults: [],
      settings: {
        appId: 'wx0123456789abcdef',
        uploadKeyPath: '/keys/upload.key',
        environmentId: 'prod-1',
        secretId: 'the-id',
        secretKey: 'the-secret',
        checkInUrlPrefix: 'https://example.com/c/',
        subscribeTemplates: 'none',
        region: 'ap-shanghai',
        robot: '1',
      },
    })
  })

  test('the desk code may be written in capitals, which makes it coarser', () => {
    expect(read({ ...whole, CHECK_IN_URL_PREFIX: 'HTTPS://EXAMPLE.COM/C/' }).faults).toEqual([])
  })

  test('the templates of subscribe messages come with the names of their fields', () => {
    const SUBSCRIBE_TEMPLATES = 'reminder=Ab-1_x/thing4/time2/thing7,todo=Cd2/thing1/date2/thing3'
    expect(read({ ...whole, SUBSCRIBE_TEMPLATES })).toMatchObject({
      faults: [],
      settings: { subscribeTemplates: SUBSCRIBE_TEMPLATES },
    })
  })

  test('all that is missing is named at once, blanks count as missing', () => {
    const names = read({ TENCENTCLOUD_SECRETID: '  ' }).faults.map((line) => line.split(' ')[0])
    expect(names).toEqual(Object.keys(whole))
  })

  test('without the upload its two variables are not asked for', () => {
    const { WX_APPID, WX_CI_PRIVATE_KEY_PATH, ...cloud } = whole
    expect([WX_APPID, WX_CI_PRIVATE_KEY_PATH, read(cloud, true).faults]).toEqual([
      'wx0123456789abcdef',
      '/keys/upload.key',
      [],
    ])
  })

  test.each([
    ['WX_APPID', 'touristappid', 'WX_APPID is not an AppID: "touristappid"'],
    [
      'CHECK_IN_URL_PREFIX',
      'http://example.com/',
      'CHECK_IN_URL_PREFIX must be an https address: "http://example.com/"',
    ],
    [
      'SUBSCRIBE_TEMPLATES',
      'reminder=abc',
      'SUBSCRIBE_TEMPLATES must be "none" or like reminder=<template id>/thing1/time2/thing3,progress=…,todo=…: "reminder=abc"',
    ],
    ['WX_CI_ROBOT', '31', 'WX_CI_ROBOT must be a number from 1 to 30: "31"'],
  ])('a wrong %s is refused before anything is done', (name, value, line) => {
    expect(read({ ...whole, [name]: value }).faults).toEqual([line])
  })

  test('an upload key that is not there is refused', () => {
    const { faults } = readSettings(whole, { cloudOnly: false, fileExists: () => false })
    expect(faults).toEqual(['WX_CI_PRIVATE_KEY_PATH names no file: "/keys/upload.key"'])
  })
})

describe('the plan', () => {
  test('holds every collection closed, its indexes, the storage, every function with its timers, and the upload last', () => {
    expect(plan(inputs()).map(describeStep)).toEqual([
      'collection events',
      'rule of events: ADMINONLY (clients neither read nor write)',
      'indexes of events: by_branch (branchId asc, start desc); by_key (key asc, unique)',
      'collection actors',
      'rule of actors: ADMINONLY (clients neither read nor write)',
      'rule of the storage: read false, write resource.openid == auth.openid',
      'function event: Nodejs18.15, 10 s, 256 MB, code aaaaaaaaaaaa',
      'function home: Nodejs18.15, 3 s, 256 MB, code bbbbbbbbbbbb',
      'timers of event: sweep "0 */5 * * * * *"',
      'timers of home: none',
      'mini-program wx0123456789abcdef, version 0.1.0, robot 1',
    ])
  })

  test('a function gets the prefixes and installs its pinned SDK', () => {
    expect(plan(inputs()).find((step) => step.kind === 'function')).toEqual({
      kind: 'function',
      name: 'event',
      root: '/built',
      runtime: 'Nodejs18.15',
      handler: 'index.main',
      timeout: 10,
      memory: 256,
      installDependency: true,
      environment: { CHECK_IN_URL_PREFIX: 'https://example.com/c/', SUBSCRIBE_TEMPLATES: 'none' },
      codeHash: 'a'.repeat(64),
    })
  })

  test('no key stands in what is printed', () => {
    const printed = [...plan(inputs()).map(describeStep), ...byHand(inputs().settings)].join('\n')
    expect([printed.includes('the-id'), printed.includes('the-secret')]).toEqual([false, false])
  })

  test('what remains by hand names the link rule with the prefix that was set', () => {
    expect(byHand(inputs().settings).filter((line) => line.includes('rule https://example.com/c/,')).length).toBe(1)
  })

  test.each([
    [21, 'i', 'events has 21 indexes; the platform allows 20'],
    [2, '', 'events declares the index same twice'],
  ])('what the platform would refuse is refused here (%i indexes)', (count, prefix, message) => {
    const indexes = Array.from({ length: count }, (_unused, at) => ({
      name: prefix ? `${prefix}${at}` : 'same',
      keys: [],
    }))
    expect(() => plan(inputs({ declaration: { collections: { events: { indexes } } } }))).toThrow(message)
  })
})

describe('carrying it out, with the real management SDK against a stand-in of the vendor’s interface', () => {
  let root: string
  let api: VendorApi

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'deploy-'))
    for (const name of ['event', 'home']) {
      mkdirSync(path.join(root, name))
      writeFileSync(path.join(root, name, 'index.js'), 'exports.main = () => 1\n')
    }
    api = await startVendorApi()
  })
  afterEach(async () => {
    await api.stop()
    rmSync(root, { recursive: true, force: true })
  })

  const steps = (change: Partial<PlanInputs> = {}): Step[] => {
    const base = inputs(change)
    return plan({ ...base, functions: { ...base.functions, root } })
  }

  async function carryOut(list: Step[]): Promise<{ outcomes?: string[]; programs?: string[][]; error?: string }> {
    const tsx = path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [tsx, path.join(__dirname, 'vendor', 'drive.ts'), JSON.stringify(list), api.proxy],
      {
        cwd: root,
        env: { ...process.env, HOME: root, NODE_EXTRA_CA_CERTS: certificate },
      },
    )
    return JSON.parse(String(stdout.split('\nRESULT ')[1]))
  }

  test('the first run makes everything, the second writes nothing but the upload', async () => {
    const first = await carryOut(steps())
    expect(first.outcomes).toEqual(
      steps().map((step) => (step.kind === 'triggers' && step.function === 'home' ? 'unchanged' : 'changed')),
    )
    expect(api.unsigned).toEqual([])
    const { collections, storage, functions } = api.environment
    expect([...collections].map(([name, { acl }]) => [name, acl])).toEqual([
      ['events', 'ADMINONLY'],
      ['actors', 'ADMINONLY'],
    ])
    expect(collections.get('events')?.indexes.slice(1)).toEqual([
      {
        Name: 'by_branch',
        Keys: [
          { Name: 'branchId', Direction: '1' },
          { Name: 'start', Direction: '-1' },
        ],
        Unique: false,
      },
      { Name: 'by_key', Keys: [{ Name: 'key', Direction: '1' }], Unique: true },
    ])
    expect(storage).toEqual({ AclTag: 'CUSTOM', Rule: '{"read":false,"write":"resource.openid == auth.openid"}' })
    const made = functions.get('event')
    expect([made?.Runtime, made?.Handler, made?.Timeout, made?.MemorySize, made?.InstallDependency]).toEqual([
      'Nodejs18.15',
      'index.main',
      10,
      256,
      'TRUE',
    ])
    expect(made?.Triggers).toEqual([{ TriggerName: 'sweep', Type: 'timer', TriggerDesc: '{"cron":"0 */5 * * * * *"}' }])

    api.writes.length = 0
    const second = await carryOut(steps())
    expect(second.outcomes).toEqual(steps().map((step) => (step.kind === 'mini-program' ? 'changed' : 'unchanged')))
    expect(api.writes).toEqual([])
    expect(second.programs?.map((words) => words.slice(0, 4))).toEqual([
      ['npm', 'run', 'build:weapp'],
      ['npm', 'exec', '--yes', '--package=miniprogram-ci@2.1.42'],
    ])
  }, 120_000)

  test('what differs over there is put right, and only that', async () => {
    await carryOut(steps().filter(({ kind }) => kind !== 'mini-program'))
    const { collections, functions, storage } = api.environment
    collections.get('events')!.acl = 'READONLY'
    collections.get('events')!.indexes[2]!.Unique = false
    storage.AclTag = 'ADMINWRITE'
    functions
      .get('event')!
      .Triggers.push({ TriggerName: 'old', Type: 'timer', TriggerDesc: '{"cron":"0 0 1 * * * *"}' })
    functions.get('home')!.Description = 'code of yesterday'
    functions.get('event')!.Timeout = 3
    api.writes.length = 0
    const { outcomes } = await carryOut(steps().filter(({ kind }) => kind !== 'mini-program'))
    expect(outcomes).toEqual([
      ...['unchanged', 'changed', 'changed'],
      ...['unchanged', 'unchanged'],
      'changed',
      ...['changed', 'changed'],
      ...['changed', 'unchanged'],
    ])
    expect(api.writes).toEqual([
      'ModifyDatabaseACL',
      'UpdateTable',
      'UpdateTable',
      'ModifyStorageSafeRule',
      'UpdateFunctionConfiguration',
      'UpdateFunctionCode',
      'UpdateFunctionConfiguration',
      'DeleteTrigger',
    ])
    expect(functions.get('event')?.Triggers.map(({ TriggerName }) => TriggerName)).toEqual(['sweep'])
  }, 120_000)

  test('a function on another Node is not touched, and the operator is told what to do', async () => {
    const [event] = steps().filter(({ kind }) => kind === 'function')
    api.environment.functions.set('event', { Runtime: 'Nodejs10.15', Status: 'Active', Triggers: [] })
    const { error } = await carryOut([event!])
    expect(error).toBe(
      'The function event runs on Nodejs10.15, and the platform cannot change that to Nodejs18.15. Delete it in the console and run this again.',
    )
    expect(api.writes).toEqual([])
  }, 120_000)
})
