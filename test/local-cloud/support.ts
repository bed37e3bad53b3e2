import path from 'node:path'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../config/local-cloud'

// Threads start slowly on a busy machine, and what is tested here is not how fast.
jest.setTimeout(60_000)

export const fixtures = path.join(__dirname, 'fixtures', 'functions')

/** A cloud in memory with the fixture functions, and what it wrote to its log. Timers run only where a test says so. */
export async function openCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud & { lines: string[] }> {
  const lines: string[] = []
  const log = (text: string) => void lines.push(text)
  const cloud = await startLocalCloud({ storage: ':memory:', functions: fixtures, timers: false, log, ...options })
  return { ...cloud, lines }
}

export type Answer<T = unknown> = { status: number; body: T }

/** Calls a function as a phone does. */
export function callFunction<T = unknown>(
  cloud: { url: string },
  name: string,
  event: unknown = {},
  openid?: string,
): Promise<Answer<T>> {
  return send<T>(cloud, `/call/${name}`, {
    method: 'POST',
    body: JSON.stringify(event),
    headers: openid ? { 'x-openid': openid } : {},
  })
}

/** Sends any request and reads its JSON answer. */
export async function send<T = unknown>(
  cloud: { url: string },
  route: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  const response = await fetch(`${cloud.url}${route}`, init)
  return { status: response.status, body: (await response.json()) as T }
}

export const post = <T = unknown>(cloud: { url: string }, route: string, body: unknown = {}) =>
  send<T>(cloud, route, { method: 'POST', body: JSON.stringify(body) })

/** Calls a function for its result, failing the test when it is not a success. */
export async function resultOf<T>(
  cloud: { url: string },
  name: string,
  event: unknown = {},
  openid?: string,
): Promise<T> {
  const { status, body } = await callFunction<T>(cloud, name, event, openid)
  if (status !== 200) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
