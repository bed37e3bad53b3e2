import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'
import * as v from 'valibot'
import { displays } from '../../config/seed/exhibits/displays'
import { hallOf, published } from '../../config/seed/exhibits/documents'
import { underEdit } from '../../config/seed/exhibits/editorial'
import { halls } from '../../config/seed/exhibits/halls'
import { milestones } from '../../config/seed/exhibits/milestones'
import { filmNames, mediaNames, soundNames, type Shelf } from '../../config/seed/exhibits/shelf'
import { stories } from '../../config/seed/exhibits/stories'
import { marksOf, openings } from '../../config/seed/exhibits/use'
import { happenings } from '../../config/seed/happenings'
import { branches } from '../../config/seed/people'
import { mediaFolder } from '../../config/seed/upload'
import { buildFile } from '../../config/seed/builders'
import type { Content } from '../../cloudfunctions/exhibit/store/content'
import { draftInput } from '@/domain/exhibit/contract'
import { draftProblems, FACES, HALL_IDS, isStale, PLAN } from '@/domain/exhibit/rules'
import { dayKey } from '@/domain/time'

const now = new Date('2026-11-21T04:00:00Z')
/** As if all media were in storage. */
const shelf: Shelf = new Map(mediaNames.map((name) => [name, buildFile(`cloud://test/${name}`, sizeOf(name))]))
const onShow = published(shelf, now)
const { exhibits, versions } = underEdit(onShow, now)

function sizeOf(name: string): { width?: number; height?: number } {
  if (!name.endsWith('.jpg')) return {}
  const { width, height } = imageSize(readFileSync(path.join(mediaFolder, name)))
  return { width, height }
}

const contentOf = ({ live, draft }: { live: Content | null; draft: Content | null }): Content => {
  const content = live ?? draft
  if (!content) throw new Error('neither published nor drafted')
  return content
}

/** A content as the editor's form would hand it in again. */
const asDraft = ({ pictures, audio, video, panorama, ...content }: Content) => {
  const key = (file: { key: string }) => ({ key: file.key })
  return {
    ...content,
    pictures: pictures.map((picture) => ({ file: key(picture.file), small: key(picture.small), alt: picture.alt })),
    audio: audio && { ...audio, file: key(audio.file) },
    video: video && { ...video, file: key(video.file), poster: video.poster && key(video.poster) },
    panorama: panorama && {
      faces: Object.fromEntries(Object.entries(panorama.faces).map(([face, file]) => [face, key(file)])),
      spots: panorama.spots,
    },
  }
}

const lengthOfText = (text: string) => text.replace(/\s/g, '').length
const between = (length: number, least: number, most: number) => length >= least && length <= most

describe('what the demo shows', () => {
  test('there are the eight halls, each with its exhibits in the order of their numbers', () => {
    expect(halls.map(({ id }) => id)).toEqual([...HALL_IDS])
    const numbers = (hall: string) =>
      displays.filter(({ number }) => hallOf(number) === hall).map(({ number }) => number)
    expect(Object.fromEntries(HALL_IDS.map((hall) => [hall, numbers(hall)]))).toEqual({
      h1: ['101', '102', '103', '104'],
      h2: ['201', '202', '203', '204', '205'],
      h3: ['301', '302', '303', '304', '305'],
      h4: ['401', '402', '403', '404'],
      h5: ['501', '502', '503', '504'],
      h6: ['601', '602', '603', '604'],
      h7: ['701', '702', '703', '704'],
      h8: ['801', '802', '803', '804', '805'],
    })
    expect(displays).toHaveLength(35)
  })

  test('everything on show is complete, and an editor could save it as it is', () => {
    for (const exhibit of onShow) {
      const content = contentOf(exhibit)
      expect([exhibit._id, draftProblems({ kind: exhibit.kind, ...content })]).toEqual([exhibit._id, []])
      const { issues } = v.safeParse(draftInput, asDraft(content))
      expect([exhibit._id, issues?.map(({ message }) => message)]).toEqual([exhibit._id, undefined])
    }
  })

  test('every page has a picture with words for it, large and small', () => {
    const pages = onShow.filter(({ kind }) => kind !== 'milestone')
    for (const page of pages) {
      const [picture] = contentOf(page).pictures
      expect([page._id, picture?.file.width, picture?.file.height]).toEqual([page._id, 960, 540])
      expect([page._id, picture?.small.width, picture?.small.height]).toEqual([page._id, 320, 180])
    }
    const words = pages.map((page) => contentOf(page).pictures[0]?.alt)
    expect(new Set(words).size).toBe(pages.length)
  })

  test('texts are as long as a person standing in a hall reads', () => {
    const outside = (all: { text: string }[], least: number, most: number) =>
      all.filter(({ text }) => !between(lengthOfText(text), least, most))
    expect(outside(halls, 150, 300)).toEqual([])
    expect(outside(displays, 200, 450)).toEqual([])
  })

  test('nobody shouts', () => {
    expect(JSON.stringify([exhibits, versions]).match(/[!！]/g)).toBeNull()
  })

  test('links lead to events and branches that there are', () => {
    const events = happenings(now, ['m-1']).map(({ event }) => event._id)
    const known = [...events, ...branches.map(({ _id }) => _id)]
    const linked = onShow.flatMap((exhibit) => [...contentOf(exhibit).eventIds, ...contentOf(exhibit).branchIds])
    expect(linked.filter((id) => !known.includes(id))).toEqual([])
    expect(linked.length).toBeGreaterThan(20)
  })

  test('a figure of bars or steps says where it comes from when it is about numbers of the zone', () => {
    const silent = displays.filter(({ figure }) => figure && figure.kind !== 'steps' && !figure.source)
    expect(silent.map(({ number }) => number)).toEqual(['603', '703'])
  })
})

describe('stories', () => {
  const shown = onShow.filter(({ kind }) => kind === 'story')

  test('there are stories of every theme and every length', () => {
    expect(new Set(stories.map(({ theme }) => theme))).toEqual(new Set(['faith', 'craft', 'service', 'innovation']))
    expect(new Set(shown.map(({ lengthClass }) => lengthClass))).toEqual(new Set(['short', 'medium', 'long']))
    expect(Math.max(...stories.map(({ text }) => lengthOfText(text)))).toBeGreaterThan(3000)
  })

  test('two are spoken and one is filmed, each with its words', () => {
    expect(shown.filter(({ live }) => live?.audio).map(({ _id }) => _id)).toEqual(['story-01', 'story-02'])
    expect(shown.filter(({ live }) => live?.video).map(({ _id }) => _id)).toEqual(['story-03'])
  })

  test('what did not happen to anybody is marked as an example', () => {
    const examples = stories.filter(({ text }) => text.startsWith('情景示例'))
    expect(examples.map(({ id }) => id)).toEqual(['story-04', 'story-06', 'story-07', 'story-08'])
    expect(examples.filter(({ summary }) => !summary.startsWith('情景示例'))).toEqual([])
  })
})

describe('the timeline', () => {
  test('there are many dates of all three themes, in order and none twice', () => {
    const count = (wanted: string) => milestones.filter(({ theme }) => theme === wanted).length
    expect([count('party'), count('nation'), count('zone')]).toEqual([43, 51, 3])
    const dates = milestones.map(({ date }) => date)
    expect(dates).toEqual([...dates].sort())
    expect(new Set(milestones.map(({ date, title }) => `${date} ${title}`)).size).toBe(milestones.length)
  })

  test('every full date is a day of the calendar, and none is still to come', () => {
    const days = milestones.map(({ date }) => date).filter((date) => date.length === 10)
    expect(days.map((day) => dayKey(new Date(`${day}T00:00:00Z`)))).toEqual(days)
    expect(days.filter((day) => day > '2026-11-21')).toEqual([])
  })

  test('a date is told in one sentence', () => {
    expect(milestones.filter(({ summary }) => summary.length > 110 || !/^[^。]+。$/.test(summary))).toEqual([])
  })
})

describe('media', () => {
  test('every file that the content names is there', () => {
    const texts = [...soundNames.map((name) => `sounds/${name}.json`), ...filmNames.map((name) => `films/${name}.json`)]
    const all = [...mediaNames, ...texts, ...HALL_IDS.map((hall) => `panoramas/${hall}/spots.json`)]
    expect(all.filter((name) => !existsSync(path.join(mediaFolder, name)))).toEqual([])
  })

  test('all of them together stay within 6 MB, and a small picture within 10 KB', () => {
    const files = readdirSync(mediaFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = files.map((file) => statSync(path.join(file.parentPath, file.name)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6 * 1024 * 1024)
    const small = mediaNames.filter((name) => name.includes('/small/'))
    expect(small.filter((name) => statSync(path.join(mediaFolder, name)).size > 10 * 1024)).toEqual([])
  })

  test.each(HALL_IDS)('in the panorama of %s every exhibit of the hall and no other place can be tapped', (hall) => {
    const { panorama } = contentOf(onShow.find(({ _id }) => _id === hall) ?? { live: null, draft: null })
    const spots = panorama?.spots ?? []
    const numbers = spots.flatMap(({ to }) => ('number' in to ? [to.number] : []))
    expect(numbers).toEqual(displays.map(({ number }) => number).filter((number) => hallOf(number) === hall))
    const doors = spots.flatMap(({ to }) => ('hallId' in to ? [to.hallId] : []))
    expect(doors.length).toBeGreaterThan(0)
    expect(doors.filter((door) => !PLAN[hall].doors.includes(door))).toEqual([])
    expect(Object.keys(panorama?.faces ?? {}).sort()).toEqual([...FACES].sort())
  })
})

describe('what the workbench finds', () => {
  const ids = (test: (exhibit: (typeof exhibits)[number]) => boolean) => exhibits.filter(test).map(({ _id }) => _id)

  test('one each to draft, to publish tomorrow, withdrawn, old and with a missing picture', () => {
    expect(ids(({ flags }) => flags.includes('drafts'))).toEqual(['exhibit-403', 'exhibit-190', 'exhibit-490'])
    expect(ids(({ flags }) => flags.includes('scheduled'))).toEqual(['exhibit-490'])
    expect(ids(({ flags }) => flags.includes('withdrawn'))).toEqual(['exhibit-390'])
    expect(ids((exhibit) => isStale(exhibit, now))).toEqual(['exhibit-604'])
    expect(ids(({ faulty }) => faulty)).toEqual(['exhibit-290'])
  })

  test('no number is claimed twice, and what is planned can go out', () => {
    const claims = exhibits.flatMap((exhibit) => exhibit.claims)
    expect(new Set(claims).size).toBe(claims.length)
    const planned = exhibits.find(({ publishAt }) => publishAt !== null)
    expect(planned?.publishAt).toEqual(new Date('2026-11-22T01:00:00Z'))
    expect(planned?.draft && draftProblems({ kind: 'display', ...planned.draft })).toEqual([])
  })

  test('openings are counted for everything that visitors open, the total being that of its months', () => {
    const counted = openings(exhibits, now)
    expect(counted.map(({ _id }) => _id)).toEqual(ids(({ kind, listed }) => listed && kind !== 'milestone'))
    for (const { _id, total, months } of counted) {
      expect([_id, total]).toEqual([_id, Object.values(months).reduce((sum, count) => sum + count, 0)])
      expect([_id, total > 0]).toEqual([_id, true])
    }
  })

  test('what a member keeps is on show, and was seen before now', () => {
    const marks = marksOf('m-1', now)
    const listed = ids((exhibit) => exhibit.listed)
    expect(marks.filter(({ exhibitId, seenAt }) => !listed.includes(exhibitId) || !seenAt || seenAt > now)).toEqual([])
    expect(marks.filter(({ favouriteAt }) => favouriteAt !== null)).toHaveLength(4)
  })
})
