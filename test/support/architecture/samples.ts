import { oneFile, page, type Samples } from './sample'
import { importSamples } from './samples-of-imports'

const nameSamples: Samples = {
  'a domain context is contract.ts, rules.ts and labels.ts': [
    { bad: { 'src/domain/event/model.ts': '' }, good: { 'src/domain/event/rules.ts': '', 'src/domain/time.ts': '' } },
  ],
  'a cloud function has the closed set of files': [
    {
      bad: { 'cloudfunctions/event/service.ts': '' },
      good: { 'cloudfunctions/event/actions/check-in.ts': '', 'cloudfunctions/kernel/log.ts': '' },
    },
    { bad: { 'cloudfunctions/event/actions/all.ts': '' }, good: { 'cloudfunctions/event/config.json': '' } },
  ],
  'a feature is api.ts and components/': [
    {
      bad: { 'src/features/event/hooks.ts': '' },
      good: { 'src/features/event/components/use-desk.ts': '', 'src/features/event/api.ts': '' },
    },
    { bad: { 'src/features/scanner.weapp.tsx': '' }, good: { 'src/features/scanner.h5.tsx': '' } },
  ],
  'a page is index.tsx, index.config.ts and index.scss, composition only': [
    { bad: { 'src/pages/event/detail/parts.tsx': '' }, good: { [page]: '', 'src/pages/tabs/icons/home.png': '' } },
  ],
  'no drawer is called utils, helpers or common': [
    { bad: { 'src/lib/utils.ts': '' }, good: { 'src/lib/utility-bill.ts': '' } },
    { bad: { 'config/helpers/wait.ts': '' }, good: { 'config/start/wait.ts': '' } },
  ],
  'no barrels': [
    oneFile(
      'src/ui/index.ts',
      `export * from './card'\nexport { x } from './x'`,
      `import { x } from './x'\nexport const y = x`,
    ),
    oneFile('src/ui/index.ts', `import { x } from './x'\nexport { x }`, `import { x } from './x'\nx()`),
  ],
  'the top level holds the agreed names only': [
    { bad: { 'scripts/build.ts': '' }, good: { 'src/app.tsx': '', '.ci/run': '', 'README.md': '' } },
  ],
  'only TypeScript, except where a tool reads plain JavaScript': [
    { bad: { 'config/deploy.mjs': '' }, good: { 'config/jest.config.cjs': '', 'config/deploy.ts': '' } },
  ],
  'no page of the main package lies under a sub-package’s root, and every page exists': [
    {
      bad: {
        'src/app.config.ts': `export default defineAppConfig({ pages: ['pages/event/list/index'], subPackages: [{ root: 'pages/event', pages: [] }] })`,
        'src/pages/event/list/index.tsx': '',
      },
      good: {
        'src/app.config.ts': `export default defineAppConfig({ pages: ['pages/tabs/home/index'], subPackages: [{ root: 'pages/event', pages: ['detail/index'] }] })`,
        'src/pages/tabs/home/index.tsx': '',
        [page]: '',
      },
    },
    {
      bad: { 'src/app.config.ts': `export default defineAppConfig({ pages: ['pages/tabs/home/index'] })` },
      good: { 'src/app.config.ts': `export default defineAppConfig({ pages: [] })` },
    },
  ],
}

const puritySamples: Samples = {
  'the domain knows no clock, chance, host or Intl': [
    oneFile('src/domain/time.ts', 'const t = Date.now()', 'const t = (now: Date) => now.getTime()'),
    oneFile('src/domain/time.ts', 'const t = new Date()', 'const t = new Date(0)'),
    oneFile('src/domain/time.ts', 'const t = dayjs()', 'const t = dayjs(now)'),
    oneFile('src/domain/kit.ts', 'const id = Math.random()', 'const id = Math.floor(seed)'),
    oneFile('src/domain/kit.ts', `const on = process.env.X`, 'const on = state.process'),
    oneFile('src/domain/labels.ts', `const f = new Intl.NumberFormat()`, `const labels = { Intl: '国际' }`),
    oneFile('src/domain/labels.ts', 'const f = date.toLocaleDateString()', 'const f = date.toISOString()'),
  ],
  'Taro.cloud is used in src/lib/transport.ts only': [
    oneFile(page, 'Taro.cloud.init()', 'sky.cloud.draw()'),
    oneFile(page, `import { cloud } from '@tarojs/taro'`, `import { useLoad } from '@tarojs/taro'`),
    { bad: { 'src/lib/cloud.ts': 'wx.cloud' }, good: { 'src/lib/transport.ts': 'Taro.cloud' } },
  ],
  'every collection is declared in config/database.ts': [
    {
      bad: {
        'config/database.ts': 'export const declaration = { collections: { events: { indexes: [] } } }',
        'cloudfunctions/event/store.ts': `const all = collection<Event>('evnets')`,
      },
      good: {
        'config/database.ts': `export const declaration = { collections: { 'events': { indexes: [] } } }`,
        'cloudfunctions/event/store.ts': `const all = db.collection('events')`,
      },
    },
  ],
  'a context names its collections only in its store': [
    {
      bad: { 'cloudfunctions/event/actions/check-in.ts': `collection('events')` },
      good: {
        'cloudfunctions/event/store/events.ts': `collection('events')`,
        'cloudfunctions/kernel/actor.ts': `collection('actors')`,
      },
    },
  ],
}

const lookSamples: Samples = {
  'colours stand in src/ui/tokens only': [
    oneFile(
      'src/pages/event/detail/index.scss',
      '.a { // red\n  .b { color: #c8161d; } }',
      '.a { color: var(--red); } // not #c8161d',
    ),
    {
      bad: { 'src/ui/card.scss': '.a { box-shadow: 0 0 1px rgba(0, 0, 0, 0.1) }' },
      good: { 'src/ui/tokens.scss': 'page { --red: #c8161d }' },
    },
  ],
  'type sizes come from the scale': [
    oneFile('src/ui/card.scss', '.a { font-size: 14px; }', '.a { font-size: var(--text-14); line-height: 1.4 }'),
  ],
  'a page’s stylesheet holds no raw sizes': [
    oneFile(
      'src/pages/event/detail/index.scss',
      '.a { padding: 12px 1px; }',
      '.a { padding: var(--space-12) 1px; flex: 1 1 0 }',
    ),
  ],
  'pages and features hold no colour in their code': [
    oneFile(page, `const a = <View style={{ color: '#fff' }} />`, `const a = <View id='#1' className='white' />`),
  ],
}

const todo = ['TO', 'DO'].join('')
const host = ['registry.', 'npmjs.org'].join('')

const wordSamples: Samples = {
  'nothing is left for later in a comment': [oneFile('src/lib/cell.ts', `// ${todo}: later`, '// A to-do list')],
  'nothing names a path of one person’s machine': [
    oneFile(
      'config/start.ts',
      `const file = '${['', 'home', 'me', 'x'].join('/')}'`,
      `const page = '/pages/tabs/home/index'`,
    ),
  ],
  'nothing names where packages or models come from': [oneFile('README.md', `see https://${host}/x`, 'see npm')],
  'package-lock.json names no host': [
    oneFile('package-lock.json', `{\n "resolved": "https://${host}/a.tgz" }`, '{ "integrity": "sha512-x" }'),
  ],
  'no test is skipped or run alone': [oneFile('test/domain/a.test.ts', `test${'.'}skip('x', f)`, `test('skip', f)`)],
}

const settingSamples: Samples = {
  'every cloudfunctions/<context>/config.json is valid': [
    oneFile('cloudfunctions/event/config.json', '{ "timeout": 61 }', '{ "timeout": 20, "triggers": [] }'),
    oneFile('cloudfunctions/event/config.json', '{ "timeOut": 3 }', '{}'),
  ],
  'every cloud function has its settings beside it': [
    {
      bad: { 'cloudfunctions/event/index.ts': '' },
      good: {
        'cloudfunctions/event/index.ts': '',
        'cloudfunctions/event/config.json': '{}',
        'cloudfunctions/kernel/db.ts': '',
      },
    },
  ],
}

/**
 * For every rule, code that breaks it and code near it that does not: a rule which cannot fail proves nothing.
 * The words that no file may contain are put together from halves.
 */
export const samples: Samples = {
  ...importSamples,
  ...nameSamples,
  ...puritySamples,
  ...lookSamples,
  ...wordSamples,
  ...settingSamples,
}
