import { createCanvas } from '@napi-rs/canvas'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { film } from '../support/film'
import { ask } from '../support/product'
import { CheckIn } from './pages/check-in'
import { Desk } from './pages/desk'
import { useStage } from './stage'

/** The demo's event whose check-in stands open whenever the demo is made. */
const event = 'HLT0001'
const folder = mkdtempSync(path.join(tmpdir(), 'camera-'))
const camera = path.join(folder, 'desk.mjpeg')
const stage = useStage(camera)
// A camera that looks at nothing, until a test holds something before it.
beforeEach(() => film(createCanvas(8, 8).toBuffer('image/png'), camera))
after(() => rmSync(folder, { recursive: true }))

const openDesk = async () => Desk.open(await stage().tab({ as: 'demo-secretary-01', mode: 'desk' }), event)
const phoneOf = (as: string) => stage().tab({ as })

test('a phone points its camera at the desk’s screen and is checked in; the desk sees who came', async () => {
  const desk = await openDesk()
  const phone = await phoneOf('demo-member-02')
  await film(await desk.photo(), camera)
  const checkIn = await CheckIn.open(phone, event)
  await checkIn.says('签到成功')
  const { member } = (await ask(stage().product, 'demo-member-02', 'member.me', {})) as { member: { name: string } }
  await desk.says(member.name)
  assert.deepEqual(await phone.faults(), [])
})

test('a picture of the code from the album checks in as well', async () => {
  const desk = await openDesk()
  const checkIn = await CheckIn.open(await phoneOf('demo-member-03'), event)
  await checkIn.choosePicture(await desk.photo())
  await checkIn.says('签到成功')
})

test('the digits under the code check in where the camera does not help', async () => {
  const desk = await openDesk()
  const checkIn = await CheckIn.open(await phoneOf('demo-member-04'), event)
  await checkIn.typeDigits(await desk.digits())
  await checkIn.says('签到成功')
})

test('a forwarded photo is refused a minute later, with what to do', async () => {
  const photo = await (await openDesk()).photo()
  await stage().clear()
  stage().product.cloud.setClock(60_000)
  try {
    const checkIn = await CheckIn.open(await phoneOf('demo-member-05'), event)
    await checkIn.choosePicture(photo)
    await checkIn.says('签到码已刷新')
  } finally {
    stage().product.cloud.setClock(0)
  }
})
