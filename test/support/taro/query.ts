import { createCanvas, type Canvas } from '@napi-rs/canvas'

type Box = { width: number; height: number; left: number; top: number; right: number; bottom: number }
type Fields = { node?: boolean; size?: boolean }
type Reader = (element: Element | null) => object | null

const canvases = new WeakMap<Element, Canvas>()

/** A real canvas behind a `<Canvas>` of the page, so that a test can decode what was drawn. */
export function canvasOf(element: Element): Canvas {
  const canvas = canvases.get(element) ?? createCanvas(300, 300)
  canvases.set(element, canvas)
  return canvas
}

const box: Reader = (element) => (element === null ? null : { id: element.id, dataset: {}, ...layout() })
const layout = (): Box => ({ width: 300, height: 300, left: 0, top: 0, right: 300, bottom: 300 })

function fieldsOf(fields: Fields): Reader {
  return (element) => {
    if (element === null) return null
    return { ...(fields.size === true ? layout() : {}), ...(fields.node === true ? { node: canvasOf(element) } : {}) }
  }
}

/** `createSelectorQuery` over the page's DOM. jsdom lays nothing out: every box is 300 × 300. */
export function createSelectorQuery() {
  const jobs: { find: () => Element[]; many: boolean; read: Reader; done?: (result: unknown) => void }[] = []
  const query = {
    in: () => query,
    select: (selector: string) => chain(() => first(selector), false),
    selectAll: (selector: string) => chain(() => [...document.querySelectorAll(clean(selector))], true),
    selectViewport: () => chain(() => [document.body], false),
    exec: (done?: (results: unknown[]) => void) => {
      setTimeout(() => done?.(jobs.map(answer)), 0)
      return query
    },
  }
  const chain = (find: () => Element[], many: boolean) => {
    const job: (typeof jobs)[number] = { find, many, read: box }
    jobs.push(job)
    const read = (reader: Reader) => (done?: (result: unknown) => void) => {
      Object.assign(job, { read: reader, done })
      return query
    }
    return {
      boundingClientRect: read(box),
      scrollOffset: read(() => ({ scrollTop: 0, scrollLeft: 0 })),
      node: read(fieldsOf({ node: true })),
      fields: (fields: Fields, done?: (result: unknown) => void) => read(fieldsOf(fields))(done),
    }
  }
  return query
}

const clean = (selector: string) => selector.split('>>>').at(-1)?.trim() ?? selector
const first = (selector: string) => [...document.querySelectorAll(clean(selector))].slice(0, 1)

function answer(job: { find: () => Element[]; many: boolean; read: Reader; done?: (result: unknown) => void }) {
  const found = job.find().map(job.read)
  const result = job.many ? found : (found[0] ?? null)
  job.done?.(result)
  return result
}
