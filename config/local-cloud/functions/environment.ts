import type { FunctionEntry } from './catalog'
import type { FunctionEvent } from './event'

/** Where functions find their cloud: the environment id, the app id, and the address of the wire. */
export type CloudAddress = { url: string; env: string; appid: string }

/**
 * The variables that redirect an unmodified `wx-server-sdk` to the local cloud. They have to be set before the SDK is loaded.
 * The SDK adds its own query to the URL: after `?` when there is none, else right behind it.
 */
export function redirection(cloud: CloudAddress): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: cloud.env,
    TCB_ENV: cloud.env,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    // The SDK signs its requests and wants a key to do so; nobody checks the signature here.
    TENCENTCLOUD_SECRETID: 'local-cloud',
    TENCENTCLOUD_SECRETKEY: 'local-cloud',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
  }
}

/** What a worker thread keeps for its whole life: the machine's variables, as an operator would set them, and the redirection. */
export function threadEnvironment(cloud: CloudAddress): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(WX_|TCB_|SCF_|TENCENTCLOUD_|TRIGGER_SRC$|npm_|NODE_OPTIONS$)/.test(name),
  )
  return { ...(Object.fromEntries(inherited) as Record<string, string>), TZ: 'UTC', ...redirection(cloud) }
}

/**
 * The variables of one event. `getWXContext()` shows those named in WX_CONTEXT_KEYS without their prefix; requests of the SDK
 * carry the event's id in the URL, which is how they are counted for it and how a called function knows its caller.
 */
export function eventEnvironment(
  event: FunctionEvent,
  entry: FunctionEntry,
  cloud: CloudAddress,
): Record<string, string> {
  const { openid, unionid } = event.identity
  const wx: Record<string, string> = { WX_APPID: cloud.appid }
  if (openid !== undefined)
    Object.assign(wx, { WX_OPENID: openid, WX_CLIENTIP: '127.0.0.1', WX_CLIENTIPV6: '::ffff:127.0.0.1' })
  if (unionid !== undefined) wx.WX_UNIONID = unionid
  return {
    ...wx,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_SOURCE: event.source,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin?event=${event.requestId}&` }),
    SCF_FUNCTIONNAME: entry.name,
    SCF_FUNCTIONVERSION: '$LATEST',
    ...(event.source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
  }
}

/** The second argument of `exports.main`, as the platform builds it. */
export function eventContext(
  event: FunctionEvent,
  entry: FunctionEntry,
  environment: Record<string, string>,
  cloud: CloudAddress,
): Record<string, unknown> {
  const names = Object.keys(environment).filter((name) => /^(WX_|TCB_)/.test(name))
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: event.requestId,
    function_name: entry.name,
    function_version: '$LATEST',
    namespace: cloud.env,
    memory_limit_in_mb: entry.memoryMb,
    time_limit_in_ms: entry.timeoutSeconds * 1000,
    tencentcloud_region: 'ap-shanghai',
    environment: JSON.stringify(Object.fromEntries(names.map((name) => [name, environment[name]]))),
    environ: names.map((name) => `${name}=${environment[name]}`).join(';'),
  }
}
