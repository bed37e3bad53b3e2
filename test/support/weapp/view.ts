import path from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'

/** An element (or, with `text`, a piece of text) of the view layer. */
export type ViewNode = {
  tag: string
  attr: Record<string, unknown>
  text?: string
  parent?: ViewNode
  children: ViewNode[]
}

type Compiled = { tag: string; attr?: Record<string, unknown>; children?: (Compiled | string | number)[] }
type Generate = (file: string) => ((data: unknown, env: undefined, global: object) => Compiled) | undefined
type Components = Record<string, string>

/** WeChat's own wxml compiler over a built package: a page's data in, its element tree out. */
export class View {
  private readonly generate: Generate

  constructor(dist: string, complain: (line: string) => void) {
    const say = (...args: unknown[]) => complain(args.map(String).join(' '))
    const script = wxmlToJs(path.resolve(dist), { maxBuffer: 64 << 20 })
    // eslint-disable-next-line no-new-func -- its wxs copies only objects of its own realm, which is this one and not vm's
    const compiled = new Function('window', 'console', script) as (window: object, console: object) => Generate
    this.generate = compiled({ __webview_engine_version__: 0.02 }, { log: say, warn: say, error: say, info: () => {} })
  }

  tree(route: string, data: unknown, components: Components): ViewNode {
    const page: ViewNode = { tag: 'page', attr: {}, children: [] }
    page.children = this.expand(this.run(route, data).children, page, components)
    return page
  }

  private run(file: string, data: unknown): Compiled {
    const draw = this.generate(`${file}.wxml`)
    if (draw === undefined) throw new Error(`the package has no ${file}.wxml`)
    return draw(data, undefined, {})
  }

  private expand(children: Compiled['children'], parent: ViewNode, components: Components): ViewNode[] {
    return (children ?? []).map((child) => this.node(child, parent, components))
  }

  private node(compiled: Compiled | string | number, parent: ViewNode, components: Components): ViewNode {
    if (typeof compiled !== 'object') return { tag: '', attr: {}, text: String(compiled), parent, children: [] }
    const tag = compiled.tag.replace(/^wx-/, '')
    const node: ViewNode = { tag, attr: compiled.attr ?? {}, parent, children: [] }
    const component = components[tag]
    const inner = component === undefined ? compiled.children : this.run(component, node.attr).children
    node.children = this.expand(inner, node, components)
    return node
  }
}

export const textOf = (node: ViewNode): string => node.text ?? node.children.map(textOf).join('')

export function ancestors(node: ViewNode): ViewNode[] {
  return node.parent === undefined ? [node] : [node, ...ancestors(node.parent)]
}

/** Every element under a node, parents first; hidden subtrees are left out, as nobody can tap them. */
export function elements(node: ViewNode): ViewNode[] {
  if (node.text !== undefined || isHidden(node)) return []
  return [node, ...node.children.flatMap(elements)]
}

const isHidden = ({ attr }: ViewNode) => attr['hidden'] === true || /display:\s*none/.test(written(attr['style']))

const written = (value: unknown) => (typeof value === 'string' ? value : '')

/** `tag`, `#id`, `.class` and their combination; no descendants. */
export function matches(node: ViewNode, selector: string): boolean {
  const parts = /^([a-z-]*)?(?:#([\w-]+))?((?:\.[\w-]+)*)$/.exec(selector)
  if (parts === null) throw new Error(`"${selector}" is more than this view can look for`)
  const [, tag, id, classes = ''] = parts
  const has = written(node.attr['class']).split(/\s+/)
  return (
    (!tag || node.tag === tag) &&
    (!id || node.attr['id'] === id) &&
    classes
      .split('.')
      .filter(Boolean)
      .every((name) => has.includes(name))
  )
}

/** What a person knows an element by: its label for the blind, or its text. */
export const nameOf = (node: ViewNode): string =>
  written(node.attr['aria-label'] ?? node.attr['ariaLabel']) || textOf(node)
