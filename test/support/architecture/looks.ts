import postcss, { type Declaration } from 'postcss'
import ts from 'typescript'
import { isCode, lineOf, parse, walk } from '../imports'
import { eachFile, type Rule, type Violation } from './rule'

const colour = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?)\(/i
const number = /(^|[\s(,-])\d*\.?\d+(px|rpx|rem|em|pt)\b/
const length = /(^|[\s(,-])(\d*\.?\d+)(px|rpx|rem|pt)\b/g

/** Sass's own comments and `#{…}` as plain CSS; the same number of lines stays, so that places are right. */
const plainCss = (text: string) => text.replace(/(^|[\s;{}])\/\/.*$/gm, '$1').replace(/#\{[^}]*\}/g, 'x')

function declarations(file: string, text: string, isWrong: (one: Declaration) => boolean): Violation[] {
  const found: Violation[] = []
  postcss.parse(plainCss(text), { from: file }).walkDecls((one) => {
    if (isWrong(one)) found.push({ file, line: one.source?.start?.line, found: `${one.prop}: ${one.value}` })
  })
  return found
}

const isFontSize = ({ prop }: Declaration) => prop === 'font-size' || prop === 'font'
/** A hairline is one pixel on any phone; everything else grows with the type scale. */
const hasRawLength = ({ value }: Declaration) => [...value.matchAll(length)].some(([, , amount]) => Number(amount) > 1)

function colourLiterals(file: string, text: string): Violation[] {
  if (!isCode(file)) return []
  const source = parse(file, text)
  const found: Violation[] = []
  walk(source, (node) => {
    const isWhole = ts.isStringLiteralLike(node) && /^(#[0-9a-f]{3,8}|(rgba?|hsla?)\(.*\))$/i.test(node.text)
    if (isWhole) found.push({ file, line: lineOf(source, node), found: `'${node.text}'` })
  })
  return found
}

const stylesOutsideTokens = /^src\/(?!ui\/tokens).*\.scss$/

export const lookRules: Rule[] = [
  {
    name: 'colours stand in src/ui/tokens only',
    instead: 'Use a custom property of src/ui/tokens.scss, e.g. `color: var(--ink)`; a missing one is added there.',
    check: eachFile(stylesOutsideTokens, (file, text) => declarations(file, text, ({ value }) => colour.test(value))),
  },
  {
    name: 'type sizes come from the scale',
    instead: 'Use `font-size: var(--text-16)` and its neighbours: raw sizes do not grow in large type.',
    check: eachFile(stylesOutsideTokens, (file, text) =>
      declarations(file, text, (one) => isFontSize(one) && number.test(one.value.replace(/var\([^)]*\)/g, ''))),
    ),
  },
  {
    name: 'a page’s stylesheet holds no raw sizes',
    instead: 'Use the spacing and radius tokens, or let a component of src/ui lay it out.',
    check: eachFile(/^src\/pages\/.*\.scss$/, (file, text) => declarations(file, text, hasRawLength)),
  },
  {
    name: 'pages and features hold no colour in their code',
    instead: 'Give the element a class and colour it with a token. A canvas takes its colours from src/ui.',
    check: eachFile(/^src\/(pages|features)\/.*\.tsx?$/, (file, text) =>
      /\.config\.ts$/.test(file) ? [] : colourLiterals(file, text),
    ),
  },
]
