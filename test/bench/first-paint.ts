import { seedDemo } from '../../config/seed/demo'
import { createWeapp } from '../support/weapp/weapp'
import { send } from './caller'
import { exactly, rowsOf, type Row } from './row'
import { furnishDay, LARGE_DAY } from './service'
import type { Stage } from './stage'

/** A confirmed member with registrations. */
const PERSON = 'demo-member-01'
const HOME = '/pages/tabs/home/index'
const PAGES: { name: string; url: string; as?: string }[] = [
  { name: 'home', url: HOME },
  { name: 'home of a contact', url: HOME, as: 'demo-contact-01' },
  { name: 'list', url: '/pages/tabs/events/index' },
  { name: 'centre', url: '/pages/tabs/halls/index' },
  { name: 'a hall', url: '/pages/exhibit/hall/index?hallId=h1' },
  { name: 'an exhibit', url: '/pages/exhibit/display/index?number=101' },
  { name: 'services', url: '/pages/tabs/services/index' },
  { name: 'a service day of 200 slots', url: `/pages/service/day/index?serviceDayId=${LARGE_DAY.id}` },
]
const KB = 1024

/** What the built mini-program sends to its view layer on the demo's data: the first setData, and all until it stands still. */
export async function measureFirstPaint(stage: Stage, dist: string): Promise<Row[]> {
  await stage.cloud.reset()
  await seedDemo(stage.cloud)
  await furnishDay(stage.cloud, LARGE_DAY)
  const rows: Row[] = []
  for (const { name, url, as = PERSON } of PAGES) {
    const app = createWeapp(dist, {
      call: async (context, data) => (await send(stage.cloud.url, context, as, data)).body,
    })
    const page = await app.launch(url)
    const row = rowsOf(`setData of ${name}`)
    const total = page.sent.reduce((sum, bytes) => sum + bytes, 0)
    rows.push(row('first paint', page.firstPaintBytes / KB, 'KB'))
    rows.push(row(`until it stands still, ${page.sent.length} calls`, total / KB, 'KB'))
    rows.push(row('errors on its console', app.errors.length, '', exactly(0)))
    for (const error of app.errors) process.stderr.write(`${name}: ${error}\n`)
    app.stop()
  }
  return rows
}
