/**
 * Every database request of what an editor does is lost in turn, before and after it was carried out. Then the editor
 * tries again with the same call: it answers as if nothing had happened, and was carried out once.
 */
import type { ExhibitDoc } from '../../cloudfunctions/exhibit/store/exhibits'
import { buildExhibit } from '../../config/seed/builders'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { draft, EDITOR, hallWith, ok, raiseEditors, uploadPicture } from '../support/exhibits'
import { HOUR, NOW } from '../support/park'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
] as const

type Picture = Awaited<ReturnType<typeof uploadPicture>>
interface Scenario {
  name: string
  act: (picture: Picture) => Promise<Answer<unknown>>
  /** What stands at the end, whatever went wrong. */
  end: Record<string, unknown>
  versions: number
}

const ID = 'EX101'
const desk = () => cloud.as(EDITOR)
const asRead = { exhibitId: ID, rev: 2 }
const time = NOW.getTime() + HOUR

/** Exhibit 101 is published and has a draft at revision 2; its version 1 can be restored. */
const scenarios: Scenario[] = [
  {
    name: 'saving with a picture',
    act: (picture) => desk().call('exhibit.save', { ...asRead, draft: draft({ title: '新稿', pictures: [picture] }) }),
    end: { rev: 3, title: '新稿', live: '展项101', state: 'published', pictures: 1 },
    versions: 2,
  },
  {
    name: 'publishing',
    act: () => desk().call('exhibit.publish', asRead),
    end: { rev: 3, title: '草稿', live: '草稿', state: 'published', pictures: 0 },
    versions: 1,
  },
  {
    name: 'planning a publication',
    act: () => desk().call('exhibit.publish', { ...asRead, at: time }),
    end: { rev: 3, title: '草稿', live: '展项101', state: 'published', pictures: 0, publishAt: time },
    versions: 1,
  },
  {
    name: 'withdrawing',
    act: () => desk().call('exhibit.withdraw', asRead),
    end: { rev: 3, title: '草稿', live: '展项101', state: 'withdrawn', pictures: 0 },
    versions: 1,
  },
  {
    name: 'restoring',
    act: () => desk().call('exhibit.restore', { ...asRead, version: 1 }),
    end: { rev: 3, title: '展项101', live: '展项101', state: 'published', pictures: 0 },
    versions: 2,
  },
  {
    name: 'giving a draft up',
    act: () => desk().call('exhibit.discard', asRead),
    end: { rev: 3, title: '展项101', live: '展项101', state: 'published', pictures: 0 },
    versions: 2,
  },
]

const arrange = async (): Promise<Picture> => {
  await cloud.local.reset()
  await raiseEditors(EDITOR)
  await cloud.put('exhibits', ...hallWith(1))
  ok(await desk().call('exhibit.save', { exhibitId: ID, rev: 1, draft: draft({ title: '草稿' }) }))
  return uploadPicture()
}

const standing = async () => {
  const [exhibit] = (await cloud.all<ExhibitDoc>('exhibits')).filter(({ _id }) => _id === ID)
  if (!exhibit) throw new Error('the exhibit is gone')
  const { rev, state, live, publishAt } = exhibit
  const content = exhibit.draft ?? live
  return {
    rev,
    state,
    title: content?.title,
    live: live?.title,
    pictures: content?.pictures.length,
    publishAt: publishAt && publishAt.getTime(),
    versions: (await cloud.all('exhibitVersions')).length,
    // One line for each change in the log, that of the arrangement among them.
    lines: (await cloud.all('operations')).length,
    claimed: (await cloud.all('tickets')).filter(({ record }) => record === `exhibit:${ID}`).length,
  }
}

describe.each(scenarios)('$name', ({ act, end, versions }) => {
  const healthy = { publishAt: null, ...end, versions, lines: 2, claimed: end['pictures'] ? 2 : 0 }

  test.each(FAULTS)('survives that each of its requests is struck ($kind $when)', async (fault) => {
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      const picture = await arrange()
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act(picture)
      // A request that never came was not struck: every one has had its turn.
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      const second = await act(picture)
      const found = await standing()
      const right = Object.entries(healthy).every(([field, value]) => found[field as keyof typeof found] === value)
      if (!second.ok || !right) wrong.push({ nth, first, second, found })
    }
    expect(wrong).toEqual([])
  })
})

describe('creating', () => {
  test.each(FAULTS)('survives that each of its requests is struck ($kind $when)', async (fault) => {
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      const pictures = [await arrange()]
      const create = () =>
        desk().call('exhibit.create', {
          requestId: 'request-1',
          kind: 'display',
          draft: draft({ number: '109', title: '新展项', pictures }),
        })
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      await create()
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      const second = await create()
      const made = (await cloud.all<ExhibitDoc>('exhibits')).filter(({ claims }) => claims.includes('109'))
      if (!second.ok || made.length !== 1 || made[0]?.rev !== 0) wrong.push({ nth, second, made })
    }
    expect(wrong).toEqual([])
  })
})

test.each(FAULTS)('giving up what was never published survives it too ($kind $when)', async (fault) => {
  const wrong: number[] = []
  let struck = true
  for (let nth = 1; struck; nth++) {
    await cloud.local.reset()
    await raiseEditors(EDITOR)
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', {}, { state: 'draft' }))
    const discard = () => desk().call('exhibit.discard', { exhibitId: 'STORY1', rev: 1 })
    cloud.local.faults({ ...fault, nth, request: 'database.' })
    await discard()
    struck = cloud.local.listFaults().length === 0
    cloud.local.clearFaults()
    takeErrors()
    const second = await discard()
    const logged = (await cloud.all('operations')).map((line) => line['what'])
    const once = logged.join() === 'exhibit.discarded'
    if (!second.ok || !second.data.gone || !once || (await cloud.all('exhibits')).length > 0) wrong.push(nth)
  }
  expect(wrong).toEqual([])
})

test.each(FAULTS)('ordering a hall survives it too, and is logged once ($kind $when)', async (fault) => {
  const wrong: object[] = []
  let struck = true
  for (let nth = 1; struck; nth++) {
    await cloud.local.reset()
    await raiseEditors(EDITOR)
    await cloud.put('exhibits', ...hallWith(2))
    const order = () => desk().call('exhibit.order', { hallId: 'h1', rev: 1, exhibitIds: ['EX102', 'EX101'] })
    cloud.local.faults({ ...fault, nth, request: 'database.' })
    await order()
    struck = cloud.local.listFaults().length === 0
    cloud.local.clearFaults()
    takeErrors()
    const second = await order()
    const lines = (await cloud.all('operations')).map((line) => line['what'])
    if (!second.ok || second.data.rev !== 2 || lines.join() !== 'exhibit.ordered') wrong.push({ nth, second, lines })
  }
  expect(wrong).toEqual([])
})
