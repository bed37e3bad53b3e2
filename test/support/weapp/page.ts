import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Definition, Registered } from './modules'
import type { Work } from './timers'
import { ancestors, elements, matches, nameOf, textOf, type View, type ViewNode } from './view'

export type PageHost = {
  dist: string
  view: View
  work: Work
  appJson: { usingComponents?: Record<string, string> }
  createSelectorQuery: () => object
}
type Self = Record<string, unknown> & { data: Record<string, unknown> }
type Handler = (event: unknown) => unknown

const bubbling = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
])

/** WeChat refuses a larger setData with an error on the console and shows nothing of it. */
const SET_DATA_LIMIT = 1024 * 1024

/** One opened page of the built package: its data as the view layer knows them, its elements, and a finger. */
export class WeappPage {
  /** The bytes of each setData, in order. The first one paints the page. */
  readonly sent: number[] = []
  private readonly self: Self
  private readonly components: Record<string, string>

  constructor(
    private readonly host: PageHost,
    readonly route: string,
    readonly query: Record<string, string>,
    registered: Registered,
  ) {
    this.components = this.usedComponents()
    this.self = this.instance(
      registered.kind === 'page'
        ? registered.definition
        : { ...registered.definition.methods, data: registered.definition.data },
    )
  }

  get instanceForScripts(): object {
    return this.self
  }

  get firstPaintBytes(): number {
    return this.sent[0] ?? 0
  }

  load(): void {
    this.run('onLoad', this.query)
    this.run('onShow')
    this.host.work.setTimeout(() => this.run('onReady'))
  }

  /** Runs a lifecycle method of the page: `onShow`, `onHide`, `onUnload`, `onPullDownRefresh`, `onReachBottom`, `onShareAppMessage` … */
  run(method: string, ...args: unknown[]): unknown {
    const found = this.self[method]
    return typeof found === 'function' ? (found as (...all: unknown[]) => unknown).apply(this.self, args) : undefined
  }

  tree(): ViewNode {
    return this.host.view.tree(this.route, this.self.data, this.components)
  }

  text(): string {
    return textOf(this.tree())
  }

  all(selector: string): ViewNode[] {
    return elements(this.tree()).filter((node) => matches(node, selector))
  }

  /** The innermost element that a person would call so: by its aria-label, or by its whole text. Throws with what the page does say. */
  named(name: string): ViewNode {
    const found = elements(this.tree()).filter((node) => nameOf(node).trim() === name)
    const innermost = found.at(-1)
    if (innermost === undefined)
      throw new Error(`nothing on ${this.route} is called "${name}"; it says: ${this.text()}`)
    return innermost
  }

  /** Taps an element, found by its name unless it is given. A disabled button does not hear. */
  tap(target: string | ViewNode): void {
    const node = typeof target === 'string' ? this.named(target) : target
    const disabled = ancestors(node).find(
      ({ tag, attr }) => tag === 'button' && (attr['disabled'] === true || attr['loading'] === true),
    )
    if (disabled !== undefined) throw new Error(`"${nameOf(node)}" is disabled`)
    this.fire(node, 'tap', { x: 10, y: 10 })
  }

  /** Types into a field found by its aria-label or placeholder. */
  type(field: string, value: string): void {
    const isField = ({ tag, attr }: ViewNode) =>
      (tag === 'input' || tag === 'textarea') &&
      (attr['ariaLabel'] ?? attr['aria-label'] ?? attr['placeholder']) === field
    const node = elements(this.tree()).find(
      (one) => isField(one) || (['input', 'textarea'].includes(one.tag) && one.attr['placeholder'] === field),
    )
    if (node === undefined) throw new Error(`no field on ${this.route} is called "${field}"`)
    this.fire(node, 'input', { value, cursor: value.length, keyCode: 0 })
  }

  /**
   * Fires an event at an element as the view layer does: `bind…` hears it on the way up, `catch…` ends the way. Of a touch
   * the detail's `touches` are the event's. Throws when nobody listens.
   */
  fire(node: ViewNode, type: string, detail: object = {}): void {
    const chain = bubbling.has(type) ? ancestors(node) : [node]
    let heard = 0
    for (const current of chain) {
      const caught = handlerName(current, 'catch', type)
      const name = handlerName(current, 'bind', type) ?? caught
      const handler = name === undefined ? undefined : this.self[name]
      if (typeof handler === 'function') {
        heard++
        ;(handler as Handler).call(this.self, eventOf(type, detail, node, current))
      }
      if (caught !== undefined) break
    }
    if (heard === 0) throw new Error(`nobody hears ${type} on <${node.tag}> "${nameOf(node)}" of ${this.route}`)
  }

  private instance(definition: Definition): Self {
    const { data, ...methods } = definition
    const self: Self = {
      ...methods,
      route: this.route,
      __route__: this.route,
      options: this.query,
      data: asJson(data ?? {}) as Self['data'],
    }
    self['setData'] = (patch: object, done?: () => void) => this.setData(patch, done)
    self['selectComponent'] = () => null
    self['createSelectorQuery'] = this.host.createSelectorQuery
    self['getOpenerEventChannel'] = () => ({ on: () => {}, once: () => {}, off: () => {}, emit: () => {} })
    return self
  }

  /** Between the layers data travel as JSON; a key may be a path such as `root.cn.[0].v`. */
  private setData(patch: object, done?: () => void): void {
    const text = JSON.stringify(patch)
    const bytes = Buffer.byteLength(text)
    this.sent.push(bytes)
    if (bytes > SET_DATA_LIMIT)
      throw new Error(`setData of ${bytes} bytes on ${this.route}: WeChat drops more than 1 MB`)
    for (const [key, value] of Object.entries(JSON.parse(text) as object)) setPath(this.self.data, key, value)
    this.host.work.setTimeout(() => done?.call(this.self))
  }

  private usedComponents(): Record<string, string> {
    const file = path.join(this.host.dist, `${this.route}.json`)
    const json = JSON.parse(readFileSync(file, 'utf8')) as { usingComponents?: Record<string, string> }
    const used = { ...this.host.appJson.usingComponents, ...json.usingComponents }
    const resolve = (place: string) =>
      place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(this.route), place)
    return Object.fromEntries(Object.entries(used).map(([name, place]) => [name, resolve(place)]))
  }
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const handlerName = ({ attr }: ViewNode, how: 'bind' | 'catch', type: string): string | undefined => {
  const name = attr[`${how}${type}`] ?? attr[`${how}:${type}`]
  return typeof name === 'string' && name !== '' ? name : undefined
}

function setPath(target: Record<string, unknown>, key: string, value: unknown): void {
  const steps = key.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = steps.pop() ?? key
  let place: Record<string, unknown> = target
  steps.forEach((step, at) => {
    const next = place[step]
    if (typeof next !== 'object' || next === null) place[step] = /^\d+$/.test(steps[at + 1] ?? last) ? [] : {}
    place = place[step] as Record<string, unknown>
  })
  place[last] = value
}

function eventOf(type: string, detail: object, node: ViewNode, current: ViewNode): object {
  const seen = ({ attr }: ViewNode) => ({ id: attr['id'] ?? '', dataset: datasetOf(attr), offsetLeft: 0, offsetTop: 0 })
  return {
    type,
    timeStamp: Date.now(),
    detail,
    touches: 'touches' in detail ? detail.touches : [],
    changedTouches: [],
    mark: {},
    target: seen(node),
    currentTarget: seen(current),
  }
}

function datasetOf(attr: Record<string, unknown>): Record<string, unknown> {
  const data = Object.entries(attr).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(
    data.map(([name, value]) => [name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )
}
