import path from 'node:path'
import ts from 'typescript'

/** The repository as text: path from its root, with forward slashes → content. Samples of bad code are given in the same shape. */
export type Files = ReadonlyMap<string, string>

export type Import = {
  from: string
  line: number
  /** As written. */
  specifier: string
  /** The file of ours that it names, or undefined for a package or a file that does not exist (yet). */
  to: string | undefined
  /** Where a relative or `@/` specifier points, whether or not there is a file; undefined for packages. */
  path: string | undefined
  /** Erased by the compiler: `import type`, only `type` names inside the braces, or `import('…')` used as a type. */
  typeOnly: boolean
}

const parsed = new Map<string, { text: string; source: ts.SourceFile }>()

/** The syntax tree of one TypeScript or JavaScript file. */
export function parse(file: string, text: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known?.text === text) return known.source
  const kind = /x$/.test(file) ? ts.ScriptKind.TSX : /\.[cm]?js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind)
  parsed.set(file, { text, source })
  return source
}

export const isCode = (file: string) => /\.(ts|tsx|js|cjs|mjs)$/.test(file)

/** Calls `visit` for every node of a file, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

/** Every import of every file: static, `export … from`, `import type`, dynamic, `require`, and types written as `import('…')`. */
export function readImports(files: Files): Import[] {
  return [...files].filter(([file]) => isCode(file)).flatMap(([file, text]) => importsOf(file, text, files))
}

function importsOf(file: string, text: string, files: Files): Import[] {
  const source = parse(file, text)
  const found: Import[] = []
  walk(source, (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    const target = pathOf(file, specifier.text)
    found.push({
      from: file,
      line: lineOf(source, node),
      specifier: specifier.text,
      path: target,
      to: target === undefined ? undefined : existing(target, files),
      typeOnly: isTypeOnly(node),
    })
  })
  return found
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal)
  if (ts.isExternalModuleReference(node)) return literal(node.expression)
  if (ts.isCallExpression(node) && isLoad(node.expression)) return literal(node.arguments[0])
  return undefined
}

/** `import(…)`, `require(…)`, `require.resolve(…)` and jest's two ways to load a module. */
function isLoad(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  return ['require', 'require.resolve', 'jest.requireActual', 'jest.mock'].includes(callee.getText())
}

const literal = (node: ts.Node | undefined) => (node !== undefined && ts.isStringLiteralLike(node) ? node : undefined)

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || onlyTypes(node.exportClause)
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false
  const { isTypeOnly: erased, name, namedBindings } = node.importClause
  return erased || (name === undefined && onlyTypes(namedBindings))
}

/** `{ type A, type B }`: nothing but names that the compiler erases. */
function onlyTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly)
}

function pathOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return path.posix.join('src', specifier.slice(2))
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  return undefined
}

function existing(target: string, files: Files): string | undefined {
  const suffixes = [
    '',
    '.ts',
    '.tsx',
    '.h5.ts',
    '.h5.tsx',
    '.d.ts',
    '.js',
    '.cjs',
    '.mjs',
    '.json',
    '/index.ts',
    '/index.tsx',
  ]
  return suffixes.map((suffix) => target + suffix).find((candidate) => files.has(candidate))
}

/** Groups of files which need each other in a circle; each is given in one order round it. */
export function cycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>()
  const found: string[][] = []
  const follow = (node: string, trail: string[]): void => {
    const at = trail.indexOf(node)
    if (at >= 0) found.push(trail.slice(at))
    if (at >= 0 || done.has(node)) return
    for (const next of edges.get(node) ?? []) follow(next, [...trail, node])
    done.add(node)
  }
  for (const node of edges.keys()) follow(node, [])
  return found
}

/** Who needs whom, from a list of imports. */
export function edgesOf(pairs: Iterable<readonly [string, string]>): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>()
  for (const [from, to] of pairs) if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  return edges
}
