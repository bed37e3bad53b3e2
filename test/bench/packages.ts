import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BuiltFunction } from '../../config/functions'
import type { AppJson } from '../support/weapp/stack'
import { atMost, rowsOf, type Row } from './row'

const KB = 1024
const MAIN_KB = 750
const SUB_KB = 2048
const FUNCTION_KB = 100

/** The built WeChat package as WeChat counts it: main and each sub-package, without source maps. @throws Error when it is not built */
export function measurePackages(dist: string, functions: readonly BuiltFunction[]): Row[] {
  if (!existsSync(path.join(dist, 'app.json')))
    throw new Error('dist/weapp is missing: run `npm run build:weapp` first')
  const appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
  const roots = (appJson.subPackages ?? appJson.subpackages ?? []).map(({ root }) => root.replace(/\/*$/, '/'))
  const files = filesOf(dist)
  const main = files.filter((name) => !roots.some((root) => name.startsWith(root)))
  const row = rowsOf('package sizes')
  return [
    row('main package', size(dist, main), 'KB', atMost(MAIN_KB)),
    ...roots.map((root) =>
      row(
        `sub-package ${root}`,
        size(
          dist,
          files.filter((name) => name.startsWith(root)),
        ),
        'KB',
        atMost(SUB_KB),
      ),
    ),
    row('all packages', size(dist, files), 'KB'),
    ...functions.map(({ name, bytes }) => row(`function ${name}`, bytes / KB, 'KB', atMost(FUNCTION_KB))),
  ]
}

const filesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.endsWith('.map') && statSync(path.join(dist, name)).isFile())

const size = (dist: string, names: string[]): number =>
  names.reduce((sum, name) => sum + statSync(path.join(dist, name)).size, 0) / KB
