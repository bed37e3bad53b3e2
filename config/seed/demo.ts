/** The demo: one call fills an empty environment, so that no screen is empty whoever looks at it. */
import { DAY } from '@/domain/time'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import { buildSuggestion } from './builders'
import { consultationsAround } from './consultations'
import { contactsAround, enterprisesAround, outreachAround } from './enterprises'
import { jobsAround } from './documents'
import { guidancesAround, mergedSheets } from './guidances'
import { happenings } from './happenings'
import { published } from './exhibits/documents'
import { underEdit } from './exhibits/editorial'
import { fillShelf } from './exhibits/shelf'
import { marksOf, openings } from './exhibits/use'
import { messagesAround } from './messages'
import { branches, castOf, importedMembers } from './people'
import { serviceAround } from './services'
import { upload, type SeedTarget } from './upload'
import { centreAround, visitsAround } from './visits'

export { demoPeople } from './people'

/** Changes whenever the demo does: a kept data folder of another version is made anew. */
export const seedVersion = '12'

export type { SeedTarget } from './upload'

const eventFile = async (target: SeedTarget, name: string) => {
  const { fileId, content } = await upload(target, `events/${name}`)
  return { fileId, size: content.length }
}

const PICTURED = 12

/** One picture for each of the events around today, and the agenda sheet for the first. */
const withFiles = async (target: SeedTarget, all: EventDoc[]): Promise<EventDoc[]> => {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const pictures = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await eventFile(target, `${kind}.jpg`)] as const)),
  )
  const agenda = await eventFile(target, 'agenda.png')
  return all.map((event, at) => {
    const picture = pictures.get(event.kind)
    return {
      ...event,
      pictures: picture && at < PICTURED ? [{ ...picture, name: `${event.title}配图` }] : [],
      materials: at === 0 ? [{ ...agenda, name: '活动须知.png' }] : [],
    }
  })
}

/** Halls, exhibits, stories and the timeline, with what editors and visitors did around them. */
const seedExhibits = async (target: SeedTarget, now: Date): Promise<void> => {
  const { exhibits, versions } = underEdit(published(await fillShelf(target), now), now)
  await target.insertMany('exhibits', exhibits)
  await target.insertMany('exhibitVersions', versions)
  await target.insertMany('openings', openings(exhibits, now))
  await target.insertMany('marks', marksOf('m-member-01', now))
}

/** Enterprises, who speaks for them, and visits to those whom nobody has met for long. */
const seedEnterprises = async (target: SeedTarget, now: Date): Promise<void> => {
  const enterprises = enterprisesAround(now)
  const contacts = contactsAround(now)
  await target.insertMany('enterprises', enterprises)
  await target.insertMany('contacts', contacts)
  await target.insertMany('messages', messagesAround(now, enterprises, contacts))
  await target.insertMany('outreach', outreachAround(now))
}

/** The service team; what its booked slots are about stands beside them. */
const seedService = async (target: SeedTarget, now: Date): Promise<void> => {
  const names = new Map(enterprisesAround(now).map(({ _id, name }) => [_id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const all = serviceAround(now, nameOf)
  const asked = consultationsAround(now, { slots: all.serviceSlots, specialists: all.specialists, nameOf })
  const guided = guidancesAround({ now, nameOf, paper: await eventFile(target, 'agenda.png') })
  const together = {
    ...all,
    ...guided,
    consultations: [...asked.consultations, ...guided.consultations],
    lines: [...asked.lines, ...guided.lines],
    daySheets: mergedSheets(...all.daySheets, ...guided.daySheets),
  }
  for (const [collection, documents] of Object.entries(together)) await target.insertMany(collection, documents)
}

const seedCentre = async (target: SeedTarget, now: Date): Promise<void> => {
  const centre = centreAround(now)
  const { slots, visits } = visitsAround(centre, now)
  await target.insertMany('centres', [centre])
  await target.insertMany('visitSlots', slots)
  await target.insertMany('visits', visits)
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
  await seedExhibits(target, now)
  await seedCentre(target, now)
  await seedEnterprises(target, now)
  await seedService(target, now)
  await target.insertMany('jobs', jobsAround(now))
  await target.insertMany('suggestions', [
    buildSuggestion('suggestion-01', 'demo-member-01', { at: new Date(now.getTime() - 2 * DAY) }),
    buildSuggestion('suggestion-02', 'demo-member-01', {
      text: '书吧周末能否延长开放时间？',
      at: new Date(now.getTime() - 9 * DAY),
      answer: '现在周六开放到 18:00，周日到 17:00，欢迎来读书。',
      answeredAt: new Date(now.getTime() - 7 * DAY),
      answeredBy: 'm-staff-01',
    }),
  ])
}
