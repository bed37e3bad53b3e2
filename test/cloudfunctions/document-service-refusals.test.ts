/** Which sheets about the team's service are not begun. */
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
import type { ActionName } from '@/domain/contracts'
import { MAX_OPEN, MAX_ROWS } from '@/domain/document/rules'
import { cloud } from '../support/cloud'
import { NOW, raise, staff } from '../support/park'

jest.setTimeout(180_000)

const MONTH = { fromMonth: '2026-11', toMonth: '2026-11' }
const at = (iso: string) => new Date(`2026-11-${iso}:00+08:00`)

beforeEach(async () => {
  cloud.setNow(NOW)
  await raise('staff', [staff])
  await cloud.put('serviceDays', buildServiceDay('SD0001', '2026-11-28', [buildSpecialist('m-specialist')]))
})

describe('a period', () => {
  const cases: { action: ActionName; code: string; input: object }[] = []
  const further = [
    { action: 'document.consultations' as const, extra: {} },
    { action: 'document.outreach' as const, extra: {} },
    { action: 'document.figures' as const, extra: { by: 'month' } },
  ]
  for (const { action, extra } of further)
    cases.push(
      { action, code: 'periodWrong', input: { ...extra, fromMonth: '2026-11', toMonth: '2026-10' } },
      { action, code: 'periodTooLong', input: { ...extra, fromMonth: '2025-11', toMonth: '2026-11' } },
    )

  test.each(cases)('is refused by $action with $code', async ({ action, code, input }) => {
    const answer = await cloud.as('staff').call(action, { requestId: 'request-0001', ...input })
    expect(answer).toMatchObject({ ok: false, error: { code } })
    expect(['periodWrong', 'periodTooLong']).toContain(code)
  })

  test('says what is wrong with it', async () => {
    const ask = (fromMonth: string, toMonth: string) =>
      cloud.as('staff').call('document.figures', { requestId: 'request-0001', fromMonth, toMonth, by: 'day' })
    expect(await ask('2026-11', '2026-10')).toMatchObject({ ok: false, error: { code: 'periodWrong' } })
    expect(await ask('2026-08', '2026-11')).toMatchObject({ ok: false, error: { code: 'periodTooLong' } })
  })
})

describe('none is begun', () => {
  const wanted: { action: ActionName; input: object }[] = [
    { action: 'document.consultations', input: MONTH },
    { action: 'document.serviceDay', input: { serviceDayId: 'SD0001' } },
    { action: 'document.outreach', input: MONTH },
    { action: 'document.figures', input: { ...MONTH, by: 'month' } },
  ]
  const many = async (collection: string, build: (nth: number) => object) => {
    for (let from = 0; from <= MAX_ROWS; from += 1000) {
      await cloud.put(collection, ...Array.from({ length: 1000 }, (_, nth) => build(from + nth)))
      // So much at once keeps this process busy; a connection that was closed meanwhile has to be seen as closed.
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  const ask = (action: ActionName, input: object, requestId: string) =>
    cloud.as('staff').call(action, { requestId, ...input })

  test.each(wanted)('$action, while too many of one’s own are under way', async ({ action, input }) => {
    for (let nth = 1; nth <= MAX_OPEN; nth++)
      expect(await ask(action, input, `request-${nth}000`)).toMatchObject({ ok: true })
    expect(await ask(action, input, 'request-9000')).toMatchObject({ ok: false, error: { code: 'tooManyOpen' } })
  })

  test('where there are too many rows', async () => {
    // Only counted, never read: as little as a count looks at.
    const booked = { mode: 'slot', bookedAt: at('05T09:00'), dayId: 'SD0001', startsAt: at('28T09:00') }
    await many('consultations', (nth) => ({ _id: `CONS${nth}`, ...booked }))
    await many('outreach', (nth) => ({ _id: `enterprise-${nth}:1`, dayAt: at('03T00:00') }))
    for (const { action, input } of wanted.filter(({ action }) => action !== 'document.figures'))
      expect(await ask(action, input, 'request-8000')).toMatchObject({ ok: false, error: { code: 'tooManyRows' } })
  })
})
