/**
 * How many lines a text takes: lists that draw only what is near the screen must know how tall the rest is. Chinese
 * breaks after every character, but no line begins with a closing mark or ends with an opening one; words and figures
 * stay whole.
 */

const CLOSING = /[，。、；：？！）》」』】〉”’…—·%,.;:?!)\]}]/
const OPENING = /[（《「『【〈“‘([{]/
const NARROW = /[!-~\u00a0-\u00ff]/
const UNIT = /[!-~\u00a0-\u00ff]+|\s+|[^\s]/gu

/** Widths in em: figures and Latin letters are about half as wide as a Chinese character. */
const NARROW_EM = 0.56
const SPACE_EM = 0.28
const WIDE_EM = 1

const widthOf = (unit: string): number => {
  if (/^\s/.test(unit)) return SPACE_EM
  return NARROW.test(unit[0] ?? '') ? unit.length * NARROW_EM : WIDE_EM
}

/** What cannot be parted: a mark stays with the character before it, an opening one with what follows. */
function pieces(text: string): string[] {
  const found: string[] = []
  let open = ''
  for (const unit of text.match(UNIT) ?? []) {
    const last = found.length - 1
    if (OPENING.test(unit) && unit.length === 1) open += unit
    else if (CLOSING.test(unit) && unit.length === 1 && last >= 0 && open === '') found[last] += unit
    else {
      found.push(open + unit)
      open = ''
    }
  }
  return open === '' ? found : [...found, open]
}

const pieceWidth = (piece: string): number =>
  (piece.match(UNIT) ?? []).reduce((width, unit) => width + widthOf(unit), 0)

/**
 * @param width of a line, in em
 * @returns 0 for an empty text
 */
export function linesOf(text: string, width: number): number {
  if (text === '') return 0
  let lines = 1
  let used = 0
  for (const piece of pieces(text)) {
    const wide = pieceWidth(piece)
    if (used > 0 && used + wide > width) {
      lines += Math.max(1, Math.ceil(wide / width) || 1)
      used = wide % width
    } else used += wide
  }
  return lines
}
