/** What of a guidance travels to a phone, by how much its reader may see. */
import * as v from 'valibot'
import { consultationOutline, matchReason } from './consultation-view'
import { GUIDANCE_MEETING_STATES, ITEM_OWNERS, MATCHED_BY, PROGRAMMES, RESULT_STATES, STAGES } from './guidance/rules'
import { instantOut } from './kit'

const stage = v.picklist(STAGES)
const owner = v.picklist(ITEM_OWNERS)

const meetingOutline = { id: v.string(), startsAt: instantOut, endsAt: instantOut, placeName: v.string() }

/** Who, when, topic, state and stage: what everyone sees who may see it at all. */
export const guidanceOutline = v.object({
  ...consultationOutline.entries,
  stage,
  /** The next planned meeting. */
  next: v.nullable(v.object(meetingOutline)),
})

const version = v.object({
  id: v.string(),
  name: v.string(),
  size: v.number(),
  at: instantOut,
  byName: v.string(),
  side: v.picklist(['enterprise', 'team']),
  note: v.string(),
})

/** All of it, for its enterprise, the one responsible and the team's leader. */
const full = v.object({
  project: v.object({ name: v.string(), programme: v.picklist(PROGRAMMES) }),
  /** Why whoever guides it does; null where it is not known, or somebody else has taken over since. */
  match: v.nullable(v.object({ by: v.picklist(MATCHED_BY), reasons: v.array(matchReason), words: v.string() })),
  /** What the enterprise said that it needs. */
  words: v.string(),
  stageHistory: v.array(v.object({ at: instantOut, byName: v.string(), from: stage, to: stage, reason: v.string() })),
  items: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      owner,
      dueDay: v.nullable(v.string()),
      doneAt: v.nullable(instantOut),
      doneBy: v.string(),
      rev: v.number(),
    }),
  ),
  /** Kinds of files, each with its versions, the newest first. */
  files: v.array(v.object({ id: v.string(), title: v.string(), versions: v.array(version) })),
  meetings: v.array(
    v.object({
      ...meetingOutline,
      state: v.picklist(GUIDANCE_MEETING_STATES),
      specialistName: v.string(),
      note: v.string(),
      reason: v.string(),
    }),
  ),
  result: v.nullable(
    v.object({
      state: v.picklist(RESULT_STATES),
      /** In fen. */
      amount: v.nullable(v.number()),
      decidedOn: v.string(),
      words: v.string(),
    }),
  ),
  /** Times at which staff looked, with their reason. */
  looks: v.array(v.object({ at: instantOut, byName: v.string(), reason: v.string() })),
})

export const guidanceView = v.object({
  now: instantOut,
  sight: v.picklist(['full', 'outline']),
  side: v.picklist(['enterprise', 'team', 'staff']),
  outline: guidanceOutline,
  full: v.nullable(full),
})
