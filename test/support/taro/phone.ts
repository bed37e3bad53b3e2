import { act } from '@testing-library/react'

/**
 * The telephone in a page test's hand: what WeChat would know, remember and be told. It stands for the platform only, never for our code.
 * `setup-pages.ts` gives every test a new one with `phone.reset()`.
 */
export type Visit = { by: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'; url: string }
export type Modal = { title: string; content: string; confirmText: string; cancelText: string }
export type PickedFile = { path: string; size: number; name: string; bytes?: Uint8Array }
export type CloudHandler = (name: string, data: unknown) => Promise<unknown>
export type Listener = (...args: unknown[]) => unknown

const KEY_LIMIT = 1024 * 1024
const STORE_LIMIT = 10 * 1024 * 1024

class Phone {
  /** The address of the page under test, without leading slash, and its parameters (already decoded, as the router gives them). */
  path = 'pages/tabs/home/index'
  params: Record<string, string> = {}
  /** Navigation asked for by the page, in order. Nothing is opened: another page is another test. */
  visits: Visit[] = []
  toasts: string[] = []
  modals: Modal[] = []
  /** What the person will press in the next dialogs, in order; with nothing left, the dialog is cancelled. */
  modalAnswers: boolean[] = []
  /** The index chosen in the next action sheets; with nothing left it is cancelled. */
  sheetAnswers: number[] = []
  /** What the scanner will read next; with nothing left the person closes it. */
  scans: string[] = []
  /** The files the person will choose next; with nothing left the person closes the picker. */
  picks: PickedFile[][] = []
  /** Answers to subscribe-message prompts by template id; a template without one is refused. */
  subscriptions: Record<string, 'accept' | 'reject' | 'ban'> = {}
  /** False when the person has switched all subscribe messages off: no prompt comes up. */
  mayBeAsked = true
  clipboard = ''
  title = ''
  calls: { name: string; options: unknown }[] = []
  network: 'wifi' | '4g' | 'none' = 'wifi'
  /** In px; 16 is the system's normal size, WeChat's own setting moves it. */
  fontSizeSetting = 16
  /** Where `Taro.cloud.callFunction` leads: the real functions, in process. */
  cloud: CloudHandler = (name) =>
    Promise.reject(new Error(`this test reached cloud function "${name}" without a cloud`))
  /** Where `Taro.cloud.uploadFile` leads: the storage of the test's cloud. */
  store: (cloudPath: string, bytes: Uint8Array) => Promise<void> = (cloudPath) =>
    Promise.reject(new Error(`this test uploaded "${cloudPath}" without a cloud`))
  readonly storage = new Map<string, string>()
  readonly files = new Map<string, Uint8Array>()
  readonly listeners = new Map<string, Set<Listener>>()

  reset(): void {
    const listeners = this.listeners
    Object.assign(this, new Phone())
    this.storage.clear()
    this.files.clear()
    listeners.clear()
  }

  /** Opens the page under test at this address; render it afterwards. Parameters arrive as strings, as they do from a link. */
  open(path: string, params: Record<string, string | number> = {}): void {
    this.path = path.replace(/^\//, '')
    this.params = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
  }

  on(event: string, listener: Listener): () => void {
    const all = this.listeners.get(event) ?? new Set<Listener>()
    this.listeners.set(event, all.add(listener))
    return () => all.delete(listener)
  }

  /** Runs a lifecycle event (`didShow`, `didHide`, `pullDownRefresh`, `reachBottom`, `pageScroll`, …) and waits for what it starts. Gives its listeners' answers. */
  async fire(event: string, ...args: unknown[]): Promise<unknown[]> {
    return act(() => Promise.all([...(this.listeners.get(event) ?? [])].map((listener) => listener(...args))))
  }

  async goOffline(): Promise<void> {
    this.network = 'none'
    await this.fire('networkStatusChange', { isConnected: false, networkType: 'none' })
  }

  async goOnline(network: 'wifi' | '4g' = 'wifi'): Promise<void> {
    this.network = network
    await this.fire('networkStatusChange', { isConnected: true, networkType: network })
  }

  /** Keeps a value as WeChat does: as JSON, at most 1 MB a key and 10 MB in all. Throws the platform's words beyond. */
  keep(key: string, value: unknown): void {
    const text = JSON.stringify(value ?? '')
    const others = [...this.storage].reduce((sum, [name, kept]) => (name === key ? sum : sum + kept.length), 0)
    if (text.length > KEY_LIMIT) throw new Error('setStorage:fail exceed storage item max length')
    if (text.length + others > STORE_LIMIT) throw new Error('setStorage:fail exceed storage max size 10Mb')
    this.storage.set(key, text)
  }

  /** The kept value, or '' when there is none: that is what the platform answers. */
  recall(key: string): unknown {
    const text = this.storage.get(key)
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  }
}

export const phone = new Phone()
