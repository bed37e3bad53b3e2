import * as v from 'valibot'
import { cursor, defineContract, instantIn, instantOut, requestId } from '../kit'
import { MESSAGE_KINDS, MESSAGE_PAGES, MESSAGE_TEMPLATES } from './rules'

const messageId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,200}$/))

const messageOut = v.object({
  id: v.string(),
  kind: v.picklist(MESSAGE_KINDS),
  /** What the words of this kind need; labels.ts says them. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  about: v.object({ page: v.picklist(MESSAGE_PAGES), id: v.string() }),
  at: instantOut,
  read: v.boolean(),
})

const unread = v.object({ unread: v.number() })

const templates = v.object({
  /** Those that the operator has; none when WeChat gave none. */
  templates: v.array(
    v.object({
      template: v.picklist(MESSAGE_TEMPLATES),
      /** WeChat's own id. */
      id: v.string(),
      /** How many more can be sent. */
      credits: v.number(),
      /** Whether asking makes sense now: few are left, and the person has not said no of late. */
      mayAsk: v.boolean(),
    }),
  ),
})

/** Everybody reaches what is their own: the caller's member id is part of every condition. */
const allow = { bound: 'any' } as const

/** Context `message`: what people are told: an inbox that always works, and WeChat's subscribe messages on top. */
export const message = defineContract({
  /** The caller's messages, newest first. A page may be shorter than the others, or empty, and yet have a next one. */
  inbox: {
    input: v.object({ cursor }),
    output: v.object({
      now: instantOut,
      items: v.array(messageOut),
      nextCursor: v.nullable(v.string()),
      unread: v.number(),
    }),
    refusals: [],
    allow,
  },
  /** How many subjects the caller has unread news of. */
  unread: { input: v.object({}), output: unread, refusals: [], allow },
  /** Opens one message: it is read, and so are the older ones of its subject. Answers with where it leads. */
  read: {
    input: v.object({ messageId }),
    output: v.object({ message: messageOut, unread: v.number() }),
    refusals: [],
    allow,
  },
  /** Marks everything read that was there at an instant, such as the `now` of the inbox that the person saw. */
  readAll: { input: v.object({ until: instantIn }), output: unread, refusals: [], allow },

  /** What the caller may be asked for. Nothing here asks by itself: WeChat wants a tap before. */
  templates: { input: v.object({}), output: templates, refusals: [], allow },
  /** Enters what the person answered WeChat in the ledger: each acceptance is good for one message. */
  accepted: {
    input: v.object({
      requestId,
      answers: v.pipe(
        v.array(v.object({ template: v.picklist(MESSAGE_TEMPLATES), accepted: v.boolean() })),
        v.minLength(1),
        v.maxLength(MESSAGE_TEMPLATES.length),
      ),
    }),
    output: templates,
    refusals: [],
    allow,
  },
})
