import { readFileSync } from 'node:fs'
import path from 'node:path'
import { iconNames } from '@/ui/icon'

test('every icon has its drawing, and every drawing its icon', () => {
  const styles = readFileSync(path.resolve(__dirname, '../../../src/ui/icon.scss'), 'utf8')
  const drawn = [...styles.matchAll(/^ {2}'(\w+)':/gm)].map(([, name]) => name)
  expect(drawn).toEqual([...iconNames])
})
