import { cycles, edgesOf, type Import } from '../imports'
import { eachImport, type Rule } from './rule'

type Layer = {
  name: string
  holds: RegExp
  /** Folders of ours it may import from; `types` only where the compiler erases the import. */
  may: RegExp[]
  types?: RegExp[]
  /** The npm packages it may use; undefined = any. Node's own modules count as packages. */
  packages?: RegExp
}

const domain = /^src\/domain\//
const features = /^src\/features\//
const ui = /^src\/ui\//
const lib = /^src\/lib\//
const kernel = /^cloudfunctions\/kernel\//
const clientPackages = /^(react|react-dom|@tarojs\/(components|taro)|@nutui\/[\w-]+|qr|qrcode|dayjs|valibot)(\/|$)/

/** What only a browser needs: WeChat writes into the phone's calendar itself. */
const browserPackages = /^ical-generator(\/|$)/
const either = (a: RegExp, b: RegExp) => new RegExp(`${a.source}|${b.source}`)

/** First match wins: a more particular folder stands before the one around it. */
const layers: Layer[] = [
  { name: 'domain', holds: domain, may: [domain], packages: /^(valibot|dayjs)(\/|$)/ },
  { name: 'ui', holds: ui, may: [ui], packages: clientPackages },
  {
    name: 'lib, in the browser',
    holds: /^src\/lib\/.*\.h5\.tsx?$/,
    may: [lib],
    types: [domain],
    packages: either(clientPackages, browserPackages),
  },
  { name: 'lib', holds: lib, may: [lib], types: [domain], packages: clientPackages },
  { name: 'features', holds: features, may: [features, ui, lib, domain], packages: clientPackages },
  { name: 'pages', holds: /^src\/pages\//, may: [features, ui, lib, domain], packages: clientPackages },
  { name: 'src', holds: /^src\//, may: [features, ui, lib], types: [domain], packages: clientPackages },
  { name: 'kernel', holds: kernel, may: [kernel, domain] },
  { name: 'cloudfunctions', holds: /^cloudfunctions\//, may: [/^cloudfunctions\//, domain] },
  {
    name: 'config/local-cloud',
    holds: /^config\/local-cloud\//,
    may: [/^config\/local-cloud\//],
    types: [/^config\/database(\.ts)?$/],
  },
  {
    name: 'config/seed',
    holds: /^config\/seed\//,
    may: [/^config\/seed\//, domain, /^cloudfunctions\/[^/]+\/store(\.ts|\/|$)/],
    // The kernel keeps one collection of its own: who holds which role.
    types: [/^cloudfunctions\/kernel\/actor(\.ts)?$/],
  },
  { name: 'config', holds: /^config\//, may: [/^config\//, /^package\.json$/] },
]

const layerOf = (file: string) => layers.find(({ holds }) => holds.test(file))
/** Files that only a build turns into code: styles, pictures, a page's own settings. */
const isAsset = (path: string) => /\.(scss|css|png|jpg|svg|json)$/.test(path)

function goesAgainstTheWay({ from, path, to, typeOnly, specifier }: Import): boolean {
  const layer = layerOf(from)
  if (layer === undefined) return false
  if (path === undefined) return layer.packages !== undefined && !layer.packages.test(specifier)
  if (isAsset(path) && sameFolder(from, path)) return false
  const target = to ?? path
  return ![...layer.may, ...(typeOnly ? (layer.types ?? []) : [])].some((allowed) => allowed.test(target))
}

const sameFolder = (a: string, b: string) => a.slice(0, a.lastIndexOf('/')) === b.slice(0, b.lastIndexOf('/'))

const contextOf = (file: string) => {
  const name = /^cloudfunctions\/([^/]+)\//.exec(file)?.[1]
  return name === 'kernel' ? undefined : name
}

function reachesIntoNeighbour({ from, path, to }: Import): boolean {
  const [mine, theirs] = [contextOf(from), contextOf(to ?? path ?? '')]
  if (mine === undefined || theirs === undefined || mine === theirs) return false
  return !/\/(public|reactions|personal)(\.ts)?$/.test(to ?? path ?? '')
}

const featureOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1]

export const layerRules: Rule[] = [
  {
    name: 'imports go one way: pages → features → { ui, lib, domain }, cloudfunctions → { kernel, domain }, domain → valibot, dayjs',
    instead:
      'Move the shared part down to the layer both may use, or pass it in as an argument. lib takes only types from domain, ui takes nothing of ours, config/local-cloud only the types of config/database, config/seed only domain and store.ts.',
    check: eachImport(goesAgainstTheWay),
  },
  {
    name: 'a context reaches its neighbours only through their public.ts, reactions.ts or personal.ts',
    instead:
      'Add the read to the neighbour’s public.ts, or the effect to its reactions.ts, and import that; personal.ts is for collecting and erasing one person’s data.',
    check: eachImport(reachesIntoNeighbour),
  },
  {
    name: 'cloud function contexts read from each other in no circle',
    instead: 'Let one of the two hand over a fact that the other reacts to, instead of reading back.',
    check: ({ imports }) => {
      const pairs = imports.flatMap(({ from, to }): [string, string][] => {
        const [mine, theirs] = [contextOf(from), contextOf(to ?? '')]
        // Reads make the circle. Handing a fact to reactions.ts, or asking a personal.ts, is how an arrow is turned round.
        const reads = /\/public\.ts$/.test(to ?? '')
        return mine !== undefined && theirs !== undefined && reads ? [[mine, theirs]] : []
      })
      return cycles(edgesOf(pairs)).map((circle) => ({
        file: `cloudfunctions/${circle[0]}`,
        found: circle.join(' → '),
      }))
    },
  },
  {
    name: 'no file needs itself in a circle',
    instead: 'Take what both need into a file of its own, or turn the upward import into an argument or a type.',
    check: ({ imports }) => {
      const pairs = imports.flatMap(({ from, to, typeOnly }): [string, string][] =>
        to === undefined || typeOnly ? [] : [[from, to]],
      )
      return cycles(edgesOf(pairs)).map((circle) => ({
        file: circle[0] ?? '',
        found: [...circle, circle[0]].join(' → '),
      }))
    },
  },
  {
    name: 'a feature does not import another feature',
    instead: 'Compose both in the page, or move the common part to src/ui (looks) or src/domain (truth).',
    check: eachImport(({ from, to, path }) => {
      const [mine, theirs] = [featureOf(from), featureOf(to ?? path ?? '')]
      return mine !== undefined && theirs !== undefined && mine !== theirs
    }),
  },
  {
    name: 'wx-server-sdk is imported by cloudfunctions/kernel only',
    instead: 'Use the kernel’s functions; a missing one belongs into cloudfunctions/kernel/db.ts.',
    check: eachImport(
      ({ from, specifier }) =>
        /^wx-server-sdk(\/|$)/.test(specifier) && /^(src|cloudfunctions)\//.test(from) && !kernel.test(from),
    ),
  },
  {
    name: 'nothing imports what a build has written',
    instead: 'Import the source; a test of a build reads dist/ as files.',
    check: eachImport(({ path }) => path !== undefined && /^dist(\/|$)/.test(path)),
  },
]
