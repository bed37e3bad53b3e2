/** The demo: one call fills an empty environment, so that no screen is empty whoever looks at it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DAY } from '@/domain/time'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import { buildSuggestion } from './builders'
import { happenings } from './happenings'
import { branches, castOf, importedMembers } from './people'

export { demoPeople } from './people'

/** Changes whenever the demo does: a kept data folder of another version is made anew. */
export const seedVersion = '4'

export interface SeedTarget {
  url: string
  insertMany(collection: string, documents: object[]): void | Promise<void>
}

const media = path.join(__dirname, 'media', 'events')

/** Puts a file of the demo into the environment's storage, as the person who owns it would. */
const upload = async ({ url }: SeedTarget, name: string, type: string): Promise<{ fileId: string; size: number }> => {
  const content = readFileSync(path.join(media, name))
  const response = await fetch(`${url}/files/demo/${name}`, {
    method: 'PUT',
    headers: { 'content-type': type, 'x-openid': 'demo-staff-01' },
    body: content,
  })
  if (!response.ok) throw new Error(`demo picture ${name} was not stored: ${await response.text()}`)
  const { fileID } = (await response.json()) as { fileID: string }
  return { fileId: fileID, size: content.length }
}

const PICTURED = 12

/** One picture for each of the events around today, and the agenda sheet for the first. */
const withFiles = async (target: SeedTarget, all: EventDoc[]): Promise<EventDoc[]> => {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const pictures = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await upload(target, `${kind}.jpg`, 'image/jpeg')] as const)),
  )
  const agenda = await upload(target, 'agenda.png', 'image/png')
  return all.map((event, at) => {
    const picture = pictures.get(event.kind)
    return {
      ...event,
      pictures: picture && at < PICTURED ? [{ ...picture, name: `${event.title}配图` }] : [],
      materials: at === 0 ? [{ ...agenda, name: '活动须知.png' }] : [],
    }
  })
}

/**
 * Fills an empty environment with the demo around this moment.
 *
 * @throws when the environment refuses a document or a file
 */
export const seedDemo = async (target: SeedTarget): Promise<void> => {
  const now = new Date()
  const cast = castOf(now)
  const own = cast.flatMap(({ member }) => (member ? [member] : []))
  const imported = importedMembers(own.filter(({ state }) => state === 'confirmed').length)
  const all = happenings(
    now,
    imported.slice(2).map(({ _id }) => _id),
  )
  await target.insertMany('branches', branches)
  await target.insertMany('members', [...own, ...imported])
  await target.insertMany(
    'actors',
    cast.flatMap(({ actor }) => (actor ? [actor] : [])),
  )
  await target.insertMany(
    'events',
    await withFiles(
      target,
      all.map(({ event }) => event),
    ),
  )
  await target.insertMany(
    'registrations',
    all.flatMap(({ registrations }) => registrations),
  )
  await target.insertMany('suggestions', [
    buildSuggestion('suggestion-01', 'demo-member-01', { at: new Date(now.getTime() - 2 * DAY) }),
    buildSuggestion('suggestion-02', 'demo-member-01', {
      text: '书吧周末能否延长开放时间？',
      at: new Date(now.getTime() - 9 * DAY),
      answer: '本月起周六开放至 18:00，欢迎来读书。',
      answeredAt: new Date(now.getTime() - 7 * DAY),
      answeredBy: 'm-staff-01',
    }),
  ])
}
