/**
 * The shapes of pictures, sound, film and figures on the wire: what an editor hands in, and what people get.
 */
import * as v from 'valibot'
import { optionalText, text, ticketId, whole } from './kit'

/** A fresh upload by its ticket, or by its `key` a file that the thing has already. Clients never name a file id. */
export const upload = v.union([
  v.object({ ticketId }),
  v.object({ key: v.pipe(v.string(), v.regex(/^[A-Z0-9]{8,32}$/)) }),
])
export const pictureIn = v.object({ file: upload, small: upload, alt: optionalText(120) })

const MAX_SECONDS = 2 * 3600
const cueIn = v.object({ at: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_SECONDS)), text: text(300) })
export const soundIn = v.object({
  file: upload,
  seconds: whole(1, MAX_SECONDS),
  /** Spoken by a machine, which the page then says. */
  synthetic: v.boolean(),
  cues: v.pipe(v.array(cueIn), v.maxLength(300)),
})
export const filmIn = v.object({ ...soundIn.entries, poster: v.nullable(upload) })

export const FIGURE_KINDS = ['number', 'bars', 'steps'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]
const figureItem = v.object({
  label: text(20),
  value: v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12)),
  note: optionalText(40),
})
/** A number or a small chart. */
export const figureIn = v.object({
  kind: v.picklist(FIGURE_KINDS),
  title: text(40),
  unit: optionalText(10),
  items: v.pipe(v.array(figureItem), v.maxLength(12)),
  /** Where the numbers come from. */
  source: optionalText(60),
})

/** A file that may be missing: its `url` is empty then, and the page says so and goes on. Sizes are bytes. */
export const fileOut = v.object({ key: v.string(), url: v.string(), size: v.number() })
export const pictureOut = v.object({
  file: fileOut,
  small: fileOut,
  alt: v.string(),
  width: v.number(),
  height: v.number(),
})
export const soundOut = v.object({
  file: fileOut,
  seconds: v.number(),
  synthetic: v.boolean(),
  /** Transcript or captions: from which second on a text is spoken. */
  cues: v.array(v.object({ at: v.number(), text: v.string() })),
})
export const filmOut = v.object({ ...soundOut.entries, poster: v.nullable(fileOut) })
export const figureOut = v.object({
  kind: v.picklist(FIGURE_KINDS),
  title: v.string(),
  unit: v.string(),
  items: v.array(v.object({ label: v.string(), value: v.number(), note: v.string() })),
  source: v.string(),
})
