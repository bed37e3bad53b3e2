import path from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { isCode, parse } from '../imports'
import { eachFile, type Rule, type Violation } from './rule'

const wrongNames = (within: RegExp, allowed: RegExp) =>
  eachFile(within, (file) => (allowed.test(file) ? [] : [{ file, found: 'has a name outside the closed set' }]))

/** Whether a module does nothing but pass on what others export. */
function isBarrel(file: string, text: string): boolean {
  if (!/\/index\.tsx?$/.test(file)) return false
  const { statements } = parse(file, text)
  const passesOn = (statement: ts.Statement) =>
    (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) || ts.isImportDeclaration(statement)
  return (
    statements.some(ts.isExportDeclaration) && statements.every((one) => passesOn(one) || ts.isExportDeclaration(one))
  )
}

const drawer = /^(utils?|helpers?|commons?|misc|shared|tools?|stuff|functions?-?lib)(\.|$)/i

const topLevel = new Set([
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'project.config.json', 'babel.config.js', 'README.md'],
  ...['src', 'cloudfunctions', 'config', 'test'],
])

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[] | undefined
  subpackages?: { root: string; pages: string[] }[] | undefined
}

/** Main-package pages which lie under a sub-package's root, and sub-packages within one another: WeChat refuses both. */
export function misplacedPages({ pages, subPackages, subpackages }: AppJson): string[] {
  const roots = (subPackages ?? subpackages ?? []).map(({ root }) => root.replace(/\/*$/, '/'))
  const under = (place: string) => roots.filter((root) => place !== root && place.startsWith(root))
  return [
    ...pages.flatMap((page) => under(page).map((root) => `main page ${page} lies under sub-package ${root}`)),
    ...roots.flatMap((inner) => under(inner).map((root) => `sub-package ${inner} lies under sub-package ${root}`)),
  ]
}

/** app.config.ts has no imports and is evaluated by Taro in the same way: with one global around it. */
function appJsonOf(text: string): AppJson {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } })
  const module: { exports: { default?: AppJson } } = { exports: {} }
  runInNewContext(outputText, {
    defineAppConfig: (config: AppJson) => config,
    process: { env: { TARO_ENV: 'weapp' } },
    module,
    exports: module.exports,
  })
  if (module.exports.default === undefined) throw new Error('src/app.config.ts exports no default')
  return module.exports.default
}

function pagesWithoutFile(appJson: AppJson, files: ReadonlyMap<string, string>): Violation[] {
  const inPackages = (appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  const missing = [...appJson.pages, ...inPackages].filter((page) => !files.has(`src/${page}.tsx`))
  return missing.map((page) => ({ file: 'src/app.config.ts', found: `names ${page}, which has no src/${page}.tsx` }))
}

export const nameRules: Rule[] = [
  {
    name: 'a domain context is contract.ts, rules.ts and labels.ts',
    instead:
      'Put shapes into contract.ts, decisions into rules.ts, Chinese words into labels.ts. Another name is a decision for the README.',
    check: wrongNames(/^src\/domain\/[^/]+\//, /^src\/domain\/[a-z-]+\/(contract|rules|labels)\.ts$/),
  },
  {
    name: 'a cloud function has the closed set of files',
    instead:
      'Use index.ts, actions.ts or actions/<verb-noun>.ts, store.ts or store/<noun>.ts, public.ts, reactions.ts, timers.ts, personal.ts, config.json. Another name is a decision for the README.',
    check: wrongNames(
      /^cloudfunctions\/(?!kernel\/)/,
      /^cloudfunctions\/[a-z-]+\/((index|actions|store|public|reactions|timers|personal)\.ts|config\.json|actions\/[a-z]+(-[a-z]+)+\.ts|store\/[a-z]+(-[a-z]+)*\.ts)$/,
    ),
  },
  {
    name: 'a feature is api.ts and components/',
    instead:
      'Put calls into api.ts and everything that draws or holds state into components/; what several features share stands beside their folders.',
    check: wrongNames(
      /^src\/features\//,
      /^src\/features\/([a-z-]+(\.h5)?\.(ts|tsx|scss)|[a-z-]+\/(api\.ts|components\/.+))$/,
    ),
  },
  {
    name: 'a page is index.tsx, index.config.ts and index.scss, composition only',
    instead: 'Move what the page does into src/features/<context>/components.',
    check: wrongNames(
      /^src\/pages\/.*\.(tsx?|scss)$/,
      /^src\/pages\/[a-z-]+\/[a-z-]+\/index(\.tsx|\.config\.ts|\.scss)$/,
    ),
  },
  {
    name: 'no drawer is called utils, helpers or common',
    instead:
      'Name the file after the thing it knows about; if there is no such thing, the functions belong to their callers.',
    check: eachFile(/^(src|cloudfunctions|config|test)\//, (file) =>
      file
        .split('/')
        .filter((part) => drawer.test(part))
        .map((part) => ({ file, found: `is in a drawer: ${part}` })),
    ),
  },
  {
    name: 'no barrels',
    instead: 'Import from the file that defines it and delete the index that only passes it on.',
    check: eachFile(/\.tsx?$/, (file, text) => (isBarrel(file, text) ? [{ file, found: 'only re-exports' }] : [])),
  },
  {
    name: 'the top level holds the agreed names only',
    instead: 'Settings live in config/, tests in test/, words in README.md.',
    check: ({ files }) => {
      const names = new Set([...files.keys()].map((file) => file.split('/')[0] ?? ''))
      return [...names]
        .filter((name) => !name.startsWith('.') && !topLevel.has(name))
        .map((name) => ({ file: name, found: 'is at the top level' }))
    },
  },
  {
    name: 'only TypeScript, except where a tool reads plain JavaScript',
    instead:
      'Write it as .ts; only babel.config.js, config/jest.config.cjs and config/eslint.config.mjs are read by tools that need JavaScript.',
    check: ({ files }) =>
      [...files.keys()]
        .filter((file) => isCode(file) && !/\.tsx?$/.test(file))
        // Functions as other projects bring them: what the local cloud has to run as it is.
        .filter((file) => !/^test\/[a-z-]+\/(fixtures|vendor)\//.test(file))
        .filter((file) => !['babel.config.js', 'config/jest.config.cjs', 'config/eslint.config.mjs'].includes(file))
        .map((file) => ({ file, found: `is ${path.extname(file)}` })),
  },
  {
    name: 'no page of the main package lies under a sub-package’s root, and every page exists',
    instead: 'Move the page to another folder, or list it in that sub-package: WeChat refuses the upload otherwise.',
    check: ({ files }) => {
      const text = files.get('src/app.config.ts')
      if (text === undefined) return []
      const appJson = appJsonOf(text)
      const misplaced = misplacedPages(appJson).map((found) => ({ file: 'src/app.config.ts', found }))
      return [...misplaced, ...pagesWithoutFile(appJson, files)]
    },
  },
]
