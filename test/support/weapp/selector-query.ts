import type { PageStack } from './stack'
import type { Work } from './timers'
import type { ViewNode } from './view'

type Host = { stack: PageStack; work: Work; createCanvas: (width: number, height: number) => object }
type Job = { find: () => ViewNode[]; many: boolean; wants: { node?: boolean }; done?: (result: unknown) => void }

const canvases = new WeakMap<PageStack, Map<string, object>>()

/** `wx.createSelectorQuery` over the top page. Nothing is laid out: every box is 300 × 150. */
export function selectorQuery({ stack, work, createCanvas }: Host): object {
  const jobs: Job[] = []
  const box = ({ attr }: ViewNode) => ({
    id: attr['id'],
    dataset: {},
    left: 0,
    top: 0,
    right: 300,
    bottom: 150,
    width: 300,
    height: 150,
  })
  const canvas = ({ attr }: ViewNode) => {
    const known = canvases.get(stack) ?? new Map<string, object>()
    canvases.set(stack, known)
    const key = `${stack.top.route}#${String(attr['id'])}`
    const made = known.get(key) ?? createCanvas(300, 150)
    known.set(key, made)
    return made
  }
  const read = ({ find, many, wants, done }: Job) => {
    const found = find().map((node) => ({ ...box(node), ...(wants.node === true ? { node: canvas(node) } : {}) }))
    const result = many ? found : (found[0] ?? null)
    done?.(result)
    return result
  }
  const last = (selector: string) =>
    selector
      .trim()
      .split(/\s+|>>>/)
      .at(-1) ?? selector
  const viewport: ViewNode = { tag: 'page', attr: {}, children: [] }
  const query = {
    in: () => query,
    select: (selector: string) => chain(() => stack.top.all(last(selector)).slice(0, 1), false),
    selectAll: (selector: string) => chain(() => stack.top.all(last(selector)), true),
    selectViewport: () => chain(() => [viewport], false),
    exec: (done?: (results: unknown[]) => void) => {
      work.setTimeout(() => done?.(jobs.map(read)))
      return query
    },
  }
  const chain = (find: () => ViewNode[], many: boolean) => {
    const job: Job = { find, many, wants: {} }
    jobs.push(job)
    const want = (wants: Job['wants'], done?: Job['done']) => {
      Object.assign(job, { wants, done })
      return query
    }
    return {
      boundingClientRect: (done?: Job['done']) => want({}, done),
      scrollOffset: (done?: Job['done']) => want({}, done),
      node: (done?: Job['done']) => want({ node: true }, done),
      fields: (wants: Job['wants'], done?: Job['done']) => want(wants, done),
    }
  }
  return query
}
