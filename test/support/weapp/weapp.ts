import { createCanvas } from '@napi-rs/canvas'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BackgroundAudio } from '../background-audio'
import { Modules } from './modules'
import { WeappPage } from './page'
import { PageStack, type AppJson } from './stack'
import { Work } from './timers'
import { View } from './view'
import { createWx, type Device } from './wx'

export type WeappOptions = {
  /** Where `wx.cloud.callFunction` leads, e.g. `cloud.over('demo-member-01').send`. Without it every call fails. */
  call?: (name: string, data: unknown) => Promise<unknown>
}

/** The built WeChat package, running: its pages, the phone around it, and everything that went wrong. */
export type Weapp = {
  appJson: AppJson
  device: Device
  /** What a phone's console would show in red, and calls of unknown APIs. A test ends with this empty. */
  errors: string[]
  readonly page: WeappPage
  readonly pages: readonly WeappPage[]
  /** Opens the mini-program on a page (the first one unless told otherwise) and waits until it stands still. */
  launch(url?: string): Promise<WeappPage>
  /** Waits until nothing short is under way. */
  settled(): Promise<void>
  /** Goes off or back on the network, and tells the app. */
  setOnline(online: boolean): Promise<void>
  stop(): void
}

/**
 * Loads a built WeChat package into Node: scripts in a vm without browser globals, WeChat's own wxml compiler, setData through JSON,
 * the page stack's rules. It proves that what is shipped starts, renders, hears taps and calls the right functions; it does not prove
 * layout, native widgets or permissions.
 */
export function createWeapp(dist: string, options: WeappOptions = {}): Weapp {
  const folder = path.resolve(dist)
  const appJson = readAppJson(folder)
  const errors: string[] = []
  const complain = (line: string) => void (errors.includes(line) || errors.push(line))
  const work = new Work((error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  const view = new View(folder, complain)
  const device = newDevice(work)
  const open = (route: string, query: Record<string, string>): WeappPage =>
    new WeappPage(host, route, query, modules.loadPage(route))
  const stack = new PageStack(appJson, open)
  const call = options.call ?? ((name) => Promise.reject(new Error(`FunctionName ${name} not found`)))
  const wx = createWx({ device, work, stack, call, createCanvas, complain }) as { createSelectorQuery: () => object }
  const pages = () => stack.pages.map((page) => page.instanceForScripts)
  const modules = new Modules({ dist: folder, appJson, wx, work, pages, warn: complain })
  const host = { dist: folder, view, work, appJson, createSelectorQuery: () => wx.createSelectorQuery() }

  return {
    appJson,
    device,
    errors,
    get page() {
      return stack.top
    },
    pages: stack.pages,
    settled: () => work.settled(),
    stop: () => work.stop(),
    async setOnline(online) {
      device.online = online
      const event = { isConnected: online, networkType: online ? device.network : 'none' }
      device.listeners.get('NetworkStatusChange')?.forEach((listener) => listener(event))
      await work.settled()
    },
    async launch(url = `/${appJson.pages[0] ?? ''}`) {
      modules.loadApp()
      const { onLaunch, onShow } = modules.app as { onLaunch?: (o: object) => void; onShow?: (o: object) => void }
      const [place = '', search = ''] = url.split('?')
      const how = { path: place.slice(1), query: Object.fromEntries(new URLSearchParams(search)), scene: 1001 }
      onLaunch?.call(modules.app, how)
      onShow?.call(modules.app, how)
      stack.open(url)
      await work.settled()
      return stack.top
    },
  }
}

/** The package's own settings. Throws with what to run where there is no package. */
export function readAppJson(dist: string): AppJson {
  const file = path.join(dist, 'app.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build:weapp\` first`)
  return JSON.parse(readFileSync(file, 'utf8')) as AppJson
}

const newDevice = (work: Work): Device => ({
  online: true,
  fontSizeSetting: 16,
  scans: [],
  modalAnswers: [],
  toasts: [],
  modals: [],
  clipboard: '',
  title: '',
  storage: new Map(),
  files: new Map(),
  network: 'wifi',
  sound: new BackgroundAudio((run) => void work.setTimeout(run)),
  listeners: new Map(),
  calls: [],
})
