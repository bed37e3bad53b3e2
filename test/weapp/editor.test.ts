import path from 'node:path'
import { cloud } from '../support/cloud'
import { EDITOR, hallWith, raiseEditors, storedExhibit } from '../support/exhibits'
import { branch } from '../support/park'
import { root } from '../support/repository'
import { createWeapp, type Weapp } from '../support/weapp/weapp'

let app: Weapp

beforeEach(async () => {
  await cloud.put('branches', branch)
  await raiseEditors(EDITOR)
  await cloud.put('exhibits', ...hallWith(3))
  app = createWeapp(path.join(root, 'dist/weapp'), { call: cloud.as(EDITOR).send })
})

afterEach(() => {
  app.stop()
  expect(app.errors).toEqual([])
})

const open = async (address: string) => {
  await app.launch(address)
  await app.settled()
}
const tap = async (words: string) => {
  app.page.tap(words)
  await app.settled()
}

test('in WeChat an editor changes an exhibit and keeps the draft', async () => {
  await open('/pages/desk/exhibit-edit/index?exhibitId=EX101')
  app.page.type('标题', '在手机上改的标题')
  await app.settled()
  await tap('存草稿')
  expect(app.page.text()).toContain('草稿已存，访客看到的没有变')
  expect((await storedExhibit('EX101'))?.draft?.title).toBe('在手机上改的标题')
})

test('in WeChat an editor puts a hall in order step by step', async () => {
  await open('/pages/desk/hall-order/index?hallId=h1')
  await tap('下移：101 展项101')
  await tap('保存顺序')
  expect((await storedExhibit('h1'))?.order).toEqual(['EX102', 'EX101', 'EX103'])
})
