/**
 * What the operator says through environment variables, and only there: keys never stand in a file of the project.
 * `checkInUrlPrefix` ends the printed desk code's address (https://…/; in capitals a QR code packs it tighter, so it is coarser and read from further away) and must be registered as a link rule with WeChat.
 * `subscribeTemplates` names the templates of subscribe messages: see cloudfunctions/kernel/subscribe-message.ts. `none` sends nothing; the inbox works without.
 */
export type Settings = {
  appId: string
  uploadKeyPath: string
  environmentId: string
  secretId: string
  secretKey: string
  checkInUrlPrefix: string
  subscribeTemplates: string
  region: string
  robot: string
}

type Variable = { name: string; key: keyof Settings; what: string; fallback?: string; uploadOnly?: true }

/** Every variable, with the words that tell an operator where to find it. */
export const variables: Variable[] = [
  {
    name: 'WX_APPID',
    key: 'appId',
    what: 'the mini-program’s AppID (mp.weixin.qq.com → 开发管理 → 开发设置)',
    uploadOnly: true,
  },
  {
    name: 'WX_CI_PRIVATE_KEY_PATH',
    key: 'uploadKeyPath',
    what: 'path of the code upload key (开发设置 → 小程序代码上传)',
    uploadOnly: true,
  },
  { name: 'TCB_ENV_ID', key: 'environmentId', what: 'id of the cloud environment (云开发控制台 → 设置 → 环境 ID)' },
  {
    name: 'TENCENTCLOUD_SECRETID',
    key: 'secretId',
    what: 'API key id of the Tencent Cloud account that owns it (console → CAM)',
  },
  { name: 'TENCENTCLOUD_SECRETKEY', key: 'secretKey', what: 'the secret that belongs to that id' },
  {
    name: 'CHECK_IN_URL_PREFIX',
    key: 'checkInUrlPrefix',
    what: 'how the address in a desk code begins, e.g. HTTPS://EXAMPLE.COM/C/ (capitals keep the code coarse)',
  },
  {
    name: 'SUBSCRIBE_TEMPLATES',
    key: 'subscribeTemplates',
    what: 'subscribe messages: reminder=<template id>/<subject field>/<time field>/<note field>,progress=…,todo=…',
    fallback: 'none',
  },
  { name: 'TENCENTCLOUD_REGION', key: 'region', what: 'region of the environment', fallback: 'ap-shanghai' },
  { name: 'WX_CI_ROBOT', key: 'robot', what: 'which upload robot, 1 to 30', fallback: '1' },
]

/**
 * Reads the settings.
 * @returns the settings, and one line for each variable that is missing or wrong; a missing one stands as `<NAME>` in the settings,
 * so that a plan can be shown without any key
 */
export function readSettings(environment: Record<string, string | undefined>, options: ReadOptions): SettingsRead {
  const values = variables.map((variable) => ({
    variable,
    value: environment[variable.name]?.trim() || variable.fallback,
  }))
  const faults = values.flatMap(({ variable, value }) => faultsOf(variable, value, options))
  const entries = values.map(({ variable, value }) => [variable.key, value ?? `<${variable.name}>`])
  return { settings: Object.fromEntries(entries) as Settings, faults }
}

function faultsOf(
  { name, key, what, uploadOnly }: Variable,
  value: string | undefined,
  options: ReadOptions,
): string[] {
  if (uploadOnly && options.cloudOnly) return []
  if (!value) return [`${name} is missing: ${what}`]
  if (key === 'uploadKeyPath' && !options.fileExists(value)) return [`${name} names no file: "${value}"`]
  const wrong = checks[key]?.(value)
  return wrong ? [`${name} ${wrong}`] : []
}

export type ReadOptions = { cloudOnly: boolean; fileExists: (file: string) => boolean }
export type SettingsRead = { settings: Settings; faults: string[] }

/** `reminder=<id>/thing1/time2/thing3`, up to three of them. */
const subscribeTemplates =
  /^(none|(reminder|progress|todo)=[\w-]+(\/[a-z_]+\d+){3}(,(reminder|progress|todo)=[\w-]+(\/[a-z_]+\d+){3}){0,2})$/

/** What is wrong with a value, or undefined. Only what would fail late and far away is checked. */
const checks: Partial<Record<keyof Settings, (value: string) => string | undefined>> = {
  appId: (value) => (/^wx[0-9a-f]{16}$/.test(value) ? undefined : `is not an AppID: "${value}"`),
  checkInUrlPrefix: (value) =>
    /^https:\/\/[^/]+\/\S*$/i.test(value) ? undefined : `must be an https address: "${value}"`,
  subscribeTemplates: (value) =>
    subscribeTemplates.test(value)
      ? undefined
      : `must be "none" or like reminder=<template id>/thing1/time2/thing3,progress=…,todo=…: "${value}"`,
  robot: (value) => (/^([1-9]|[12]\d|30)$/.test(value) ? undefined : `must be a number from 1 to 30: "${value}"`),
}
