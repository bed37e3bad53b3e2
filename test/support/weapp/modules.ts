import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { Work } from './timers'

/** What a script registers with `App({…})`, `Page({…})` or `Component({…})`. */
export type Definition = Record<string, unknown> & { data?: object; methods?: Record<string, unknown> }
export type Registered = { kind: 'page' | 'component'; definition: Definition }

type Options = {
  dist: string
  appJson: object
  wx: object
  work: Work
  pages: () => object[]
  warn: (line: string) => void
}

/**
 * The logic layer's JavaScript engine: a vm context without a browser's globals, in which the built scripts require one another by path.
 * A script that reaches for `window` or `fetch` fails here as it does in WeChat.
 */
export class Modules {
  app: Definition = {}
  private registered: Registered | undefined
  private readonly pages = new Map<string, Registered>()
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly context: vm.Context

  constructor(private readonly options: Options) {
    this.context = vm.createContext(this.globals(), { codeGeneration: { strings: false, wasm: false } })
  }

  /** Gives what a page's script registered. As in WeChat it runs once, however often its page is opened: each opening has data of its own. */
  loadPage(route: string): Registered {
    const known = this.pages.get(route)
    if (known !== undefined) return known
    this.registered = undefined
    this.load(path.join(this.options.dist, `${route}.js`))
    if (this.registered === undefined) throw new Error(`${route}.js called neither Page() nor Component()`)
    this.pages.set(route, this.registered)
    return this.registered
  }

  loadApp(): void {
    this.load(path.join(this.options.dist, 'app.js'))
  }

  private load(asked: string): unknown {
    const file = asked.endsWith('.js') ? asked : `${asked}.js`
    const known = this.loaded.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} as unknown }
    this.loaded.set(file, module)
    const source = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`
    const filename = path.relative(this.options.dist, file)
    const run = vm.runInContext(source, this.context, { filename }) as (...args: unknown[]) => void
    run((name: string) => this.load(path.resolve(path.dirname(file), name)), module, module.exports)
    return module.exports
  }

  private globals() {
    const { wx, work, appJson, pages, warn } = this.options
    const register = (kind: Registered['kind']) => (definition: Definition) => {
      this.registered = { kind, definition }
    }
    const say = (...args: unknown[]) => warn(args.map(String).join(' '))
    const silent = () => {}
    return {
      wx,
      console: { log: silent, info: silent, debug: silent, warn: silent, error: say },
      setTimeout: work.setTimeout,
      clearTimeout: work.clear,
      setInterval: work.setInterval,
      clearInterval: work.clear,
      // Promises of one realm, so that a test can await what a handler returns.
      Promise,
      App: (definition: Definition) => {
        this.app = definition
      },
      Page: register('page'),
      Component: register('component'),
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: pages,
      requirePlugin: () => ({}),
      __wxConfig: appJson,
      __wxAppCode__: {},
      global: undefined,
      globalThis: undefined,
    }
  }
}
