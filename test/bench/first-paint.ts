import { seedDemo } from '../../config/seed/demo'
import { createWeapp } from '../support/weapp/weapp'
import { send } from './caller'
import { exactly, rowsOf, type Row } from './row'
import { furnishDay, LARGE_DAY } from './service'
import type { Stage } from './stage'

const PAGES = {
  home: '/pages/tabs/home/index',
  list: '/pages/tabs/events/index',
  centre: '/pages/tabs/halls/index',
  'a hall': '/pages/exhibit/hall/index?hallId=h1',
  'an exhibit': '/pages/exhibit/display/index?number=101',
  services: '/pages/tabs/services/index',
  'a service day of 200 slots': `/pages/service/day/index?serviceDayId=${LARGE_DAY.id}`,
}
/** A confirmed member with registrations. */
const PERSON = 'demo-member-01'
const KB = 1024

/** What the built mini-program sends to its view layer on the demo's data: the first setData, and all until it stands still. */
export async function measureFirstPaint(stage: Stage, dist: string): Promise<Row[]> {
  await stage.cloud.reset()
  await seedDemo(stage.cloud)
  await furnishDay(stage.cloud, LARGE_DAY)
  const rows: Row[] = []
  for (const [name, url] of Object.entries(PAGES)) {
    const app = createWeapp(dist, {
      call: async (context, data) => (await send(stage.cloud.url, context, PERSON, data)).body,
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
