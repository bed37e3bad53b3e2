import ts from 'typescript'
import { isCode, lineOf, parse, walk } from '../imports'
import type { Repository, Rule, Violation } from './rule'

/** Finds nodes in the code under a path; `find` names what is wrong with one, or gives undefined. */
function eachNode(within: RegExp, find: (node: ts.Node) => string | undefined): Rule['check'] {
  return ({ files }) =>
    [...files].filter(([file]) => within.test(file) && isCode(file)).flatMap(([file, text]) => inFile(file, text, find))
}

function inFile(file: string, text: string, find: (node: ts.Node) => string | undefined): Violation[] {
  const source = parse(file, text)
  const violations: Violation[] = []
  walk(source, (node) => {
    const found = find(node)
    if (found !== undefined) violations.push({ file, line: lineOf(source, node), found })
  })
  return violations
}

/** What is not the same everywhere or every time: clock, chance, the host, the browser’s idea of language. */
const impureNames = new Set([
  ...['process', 'Intl', 'globalThis', 'crypto', 'performance', 'console', 'fetch', 'wx', 'Taro'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require', 'Buffer'],
])
const impureCalls = new Set(['Date.now', 'Math.random', 'Date', 'dayjs', 'dayjs.utc'])

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date() reads the clock'
  if (ts.isCallExpression(node)) return impureCall(node)
  if (ts.isIdentifier(node) && impureNames.has(node.text) && isReference(node)) return `uses ${node.text}`
  return undefined
}

function impureCall({ expression, arguments: given }: ts.CallExpression): string | undefined {
  const callee = expression.getText()
  const readsClock = given.length === 0 || callee === 'Date.now' || callee === 'Math.random'
  if (impureCalls.has(callee) && readsClock) return `${callee}() is not the same every time`
  if (ts.isPropertyAccessExpression(expression) && /^toLocale(Date|Time)?String$/.test(expression.name.text))
    return `${expression.name.text} needs Intl, which phones lack`
  return undefined
}

/** A name that stands for the global, not a property, a key, a parameter or a declaration of the same spelling. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent)) return false
  if (ts.isShorthandPropertyAssignment(parent)) return true
  return !('name' in parent && parent.name === node)
}

/** `Taro.cloud` and `wx.cloud`, however they are reached. */
function cloudAccess(node: ts.Node): string | undefined {
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'cloud' &&
    /^(Taro|wx)$/.test(node.expression.getText())
  )
    return node.getText()
  if (ts.isImportDeclaration(node) && /@tarojs\/taro/.test(node.moduleSpecifier.getText())) {
    const names = node.importClause?.namedBindings
    if (
      names &&
      ts.isNamedImports(names) &&
      names.elements.some((one) => (one.propertyName ?? one.name).text === 'cloud')
    )
      return 'imports { cloud }'
  }
  return undefined
}

/** The keys of `collections: { … }` in config/database.ts. */
export function declaredCollections(text: string): Set<string> {
  const names = new Set<string>()
  walk(parse('config/database.ts', text), (node) => {
    if (
      !ts.isPropertyAssignment(node) ||
      node.name.getText() !== 'collections' ||
      !ts.isObjectLiteralExpression(node.initializer)
    )
      return
    for (const { name } of node.initializer.properties)
      if (name !== undefined)
        names.add(ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText())
  })
  return names
}

function collectionName(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !/(^|\.)collection$/.test(node.expression.getText())) return undefined
  const [first] = node.arguments
  return first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined
}

function undeclaredCollections({ files }: Repository): Violation[] {
  const database = files.get('config/database.ts')
  if (database === undefined) return []
  const declared = declaredCollections(database)
  const check = eachNode(/^cloudfunctions\//, (node) => {
    const name = collectionName(node)
    return name === undefined || declared.has(name) ? undefined : `uses collection '${name}'`
  })
  return check({ files, imports: [] })
}

export const purityRules: Rule[] = [
  {
    name: 'the domain knows no clock, chance, host or Intl',
    instead: 'Take `now`, ids and chance as arguments; say days and hours through src/domain/time.ts.',
    check: eachNode(/^src\/domain\//, impurity),
  },
  {
    name: 'Taro.cloud is used in src/lib/transport.ts only',
    instead: 'Call the server through src/lib/cloud.ts.',
    check: eachNode(/^src\/(?!lib\/transport\.ts$)/, cloudAccess),
  },
  {
    name: 'every collection is declared in config/database.ts',
    instead: 'Declare it there with its indexes; the local cloud and the deployment read that one declaration.',
    check: undeclaredCollections,
  },
  {
    name: 'a context names its collections only in its store',
    instead: 'Move the database request into store.ts (or store/<noun>.ts) and call that.',
    check: eachNode(/^cloudfunctions\/(?!kernel\/)[^/]+\/(?!store(\.ts$|\/))/, (node) => {
      const name = collectionName(node)
      return name === undefined ? undefined : `uses collection '${name}'`
    }),
  },
]
