/**
 * Every database request of booking, moving, cancelling, concluding, handing over and moving a day is lost in turn,
 * before and after it was carried out. Then the person tries again, the clock runs on and the sweepers come: no slot is
 * lost or double, no word is missing or said twice, nobody is told twice.
 */
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { atMeeting, bookHeld, booked, holdFor, linesIn, ok, open, slotAt, sweep } from '../support/consulting'
import { MINUTE, NOW } from '../support/park'
import { recordsOf } from '../support/records'
import { stored } from '../support/service'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import { followDayMoved } from '../../cloudfunctions/consultation/reactions'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
] as const

const A = () => slotAt('anna', '09:30')
const B = () => slotAt('anna', '10:30')
let id = ''

interface Scenario {
  name: string
  arrange: () => Promise<void>
  act: () => Promise<Answer<unknown>>
  from?: Date
  /** What stands at the end: state, slot, kinds of lines and messages. */
  end: { state: string; slot: () => string | null; lines: string[]; told: string[] }
}
const standing = async () => {
  await open()
  id = await booked(1, A())
}
const contact = () => cloud.as('contact-1')

const scenarios: Scenario[] = [
  {
    name: 'booking',
    arrange: async () => {
      await open()
      await holdFor(1, A())
    },
    act: () => bookHeld(1, A()),
    end: { state: 'booked', slot: A, lines: [], told: ['bookedWithYou'] },
  },
  {
    name: 'moving the meeting',
    arrange: async () => {
      await standing()
      await holdFor(1, B())
    },
    act: () => contact().call('consultation.reschedule', { consultationId: id, slotId: B() }),
    end: { state: 'booked', slot: B, lines: ['state'], told: ['bookedWithYou', 'bookingMoved'] },
  },
  {
    name: 'cancelling',
    arrange: standing,
    act: () => contact().call('consultation.cancel', { consultationId: id }),
    end: { state: 'cancelled', slot: () => null, lines: ['state'], told: ['bookedWithYou', 'bookingCancelled'] },
  },
  {
    name: 'concluding',
    arrange: standing,
    from: atMeeting('09:30'),
    act: () =>
      cloud.as('anna').call('consultation.conclude', {
        consultationId: id,
        requestId: 'request-conclude',
        outcome: 'answered',
        words: '已答复',
      }),
    end: { state: 'answered', slot: A, lines: ['outcome'], told: ['answerWritten', 'bookedWithYou'] },
  },
  {
    name: 'taking over a meeting',
    arrange: async () => {
      await standing()
      const ask = { consultationId: id, to: 'm-bert', reason: '更熟悉' }
      ok(await cloud.as('anna').call('consultation.transfer', ask))
    },
    act: () => cloud.as('bert').call('consultation.answerTransfer', { consultationId: id, accept: true }),
    end: {
      state: 'booked',
      slot: () => slotAt('bert', '09:30'),
      lines: ['transfer'],
      told: ['bookedWithYou', 'ownerChanged', 'transferAccepted', 'transferAsked'],
    },
  },
]

const found = () => {
  const [doc] = recordsOf<ConsultationDoc>(cloud.local, 'consultations', {})
  const booking = stored.slots({ state: 'booked' }).map(({ _id }) => _id)
  const messages = recordsOf<{ kind: string }>(cloud.local, 'messages', {})
  return {
    count: recordsOf(cloud.local, 'consultations', {}).length,
    state: doc?.state,
    slots: booking,
    lines: doc ? linesIn(doc._id).map(({ kind }) => kind) : [],
    told: messages.map(({ kind }) => kind).sort(),
    facts: doc?.facts.length,
  }
}
const settle = async ({ from = NOW }: Scenario) => {
  for (const minutes of [2, 4, 6]) await sweep(new Date(from.getTime() + minutes * MINUTE))
}

describe.each(scenarios)('$name', (scenario) => {
  const { arrange, act, end, from } = scenario
  const wanted = () => {
    const slot = end.slot()
    const { state, lines, told } = end
    return { count: 1, state, slots: slot === null ? [] : [slot], lines, told, facts: 0 }
  }

  test.each(FAULTS)(
    'survives that each of its requests is struck ($kind $when)',
    async (fault) => {
      const wrong: object[] = []
      let struck = true
      let requests = 0
      for (let nth = 1; struck; nth++) {
        await cloud.local.reset()
        await arrange()
        if (from) cloud.setNow(from)
        cloud.local.faults({ ...fault, nth, request: 'database.' })
        const first = await act()
        struck = cloud.local.listFaults().length === 0
        requests = nth - 1
        cloud.local.clearFaults()
        takeErrors()
        // Whoever was told that it is done does not try again.
        const second = first.ok ? first : await act()
        await settle(scenario)
        takeErrors()
        const stands = found()
        if (!second.ok || JSON.stringify(stands) !== JSON.stringify(wanted())) wrong.push({ nth, second, stands })
      }
      expect(wrong).toEqual([])
      expect(requests).toBeGreaterThanOrEqual(4)
    },
    120_000,
  )
})

const MOVED = { day: '2026-11-29', from: '14:00', to: '17:00', breaks: [], place: { name: '天安智谷一楼大厅' } }
const moveDay = () =>
  cloud.as('leader').call('service.move', {
    serviceDayId: 'day-01',
    rev: stored.day()?.rev ?? 0,
    ...MOVED,
    reason: '检修',
  })
/** What a whole move leaves: one slot, the same turn, one line, one word to the enterprise, however often it is followed. */
const afterMove = async () => {
  const at = new Date('2026-11-29T06:00:00Z')
  await followDayMoved({ data: { dayId: 'day-01', from: at, to: at, reason: '', left: null } })
  const [doc] = recordsOf<ConsultationDoc>(cloud.local, 'consultations', {})
  const { state, slots, told, facts, lines } = found()
  const onItsSlot = slots.join() === doc?.slotId
  const times = told.filter((kind) => kind === 'meetingMoved').length
  return { state, onItsSlot, facts, lines: lines.length, times, startsAt: doc?.startsAt?.toISOString() }
}
const WHOLE = { state: 'booked', onItsSlot: true, facts: 0, lines: 1, times: 1, startsAt: '2026-11-29T06:30:00.000Z' }

/** Before these the caller and the day are read and the day is written: then there is nothing to follow. */
const BEFORE_MOVE = 6

test.each(FAULTS)(
  'a moved day survives that each request of rebooking is struck ($kind $when)',
  async (fault) => {
    const wrong: object[] = []
    let struck = true
    for (let nth = BEFORE_MOVE; struck; nth++) {
      await cloud.local.reset()
      await standing()
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      await moveDay()
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      for (const minutes of [2, 4]) await sweep(new Date(NOW.getTime() + minutes * MINUTE))
      takeErrors()
      if (stored.day()?.day !== MOVED.day) continue
      const stands = await afterMove()
      if (JSON.stringify(stands) !== JSON.stringify(WHOLE)) wrong.push({ nth, stands })
    }
    expect(wrong).toEqual([])
  },
  240_000,
)
