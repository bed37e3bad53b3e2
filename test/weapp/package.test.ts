import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { misplacedPages } from '../support/architecture/names'
import { root } from '../support/repository'
import { routesOf } from '../support/weapp/stack'
import { readAppJson } from '../support/weapp/weapp'

const dist = path.join(root, 'dist/weapp')
const appJson = readAppJson(dist)
const packages = (appJson.subPackages ?? appJson.subpackages ?? []).map((sub) => sub.root.replace(/\/*$/, '/'))

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (name) => statSync(path.join(dist, name)).isFile() && !name.endsWith('.map'),
)
const bytes = (names: string[]) => names.reduce((sum, name) => sum + statSync(path.join(dist, name)).size, 0)
const inside = (folder: string) => files.filter((name) => name.startsWith(folder))

const KB = 1024
const MB = 1024 * KB

test('the main package stays within 750 KB', () => {
  const main = files.filter((name) => !packages.some((folder) => name.startsWith(folder)))
  expect(bytes(main)).toBeLessThanOrEqual(750 * KB)
})

test('each sub-package stays within 2 MB, all together within 30 MB', () => {
  expect(packages.filter((folder) => bytes(inside(folder)) > 2 * MB)).toEqual([])
  expect(bytes(files)).toBeLessThanOrEqual(30 * MB)
})

test('no page of the main package lies under a sub-package’s root', () => {
  expect(misplacedPages(appJson)).toEqual([])
})

test('every page of app.json has its script, settings and view', () => {
  const missing = routesOf(appJson)
    .flatMap((route) => ['js', 'json', 'wxml'].map((kind) => `${route}.${kind}`))
    .filter((name) => !existsSync(path.join(dist, name)))
  expect(missing).toEqual([])
})

test('pictures of the package are icons only', () => {
  const pictures = files.filter((name) => /\.(png|jpe?g|gif|webp|svg)$/.test(name))
  expect(pictures.filter((name) => bytes([name]) > 10 * KB)).toEqual([])
})
