import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

type Finding = {
  id: string
  impact: string | null
  help: string
  nodes: { target: string[]; failureSummary?: string }[]
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical findings of axe on the visible page (WCAG 2.1 A and AA), one line each; [] when it is well. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const findings = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } }
    const { violations } = await run.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    })
    return violations
  })
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, help, nodes }) =>
        `${impact} ${id}: ${help} — ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')}`,
    )
}

/** tsx names inner functions through a helper of its own, which a page does not have. */
const giveName = (page: Page) => page.evaluate('globalThis.__name ??= (named) => named')

/** By how many pixels the page is wider than the screen, and what sticks out; [] when nothing does. */
export async function overflow(page: Page): Promise<string[]> {
  await giveName(page)
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth
    if (wide <= 0) return []
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth + 1
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.className).replace(/\s+/g, '.')}`
    const all = [...document.body.querySelectorAll('*')].filter(sticksOut).map(named)
    return [`${wide} px too wide: ${[...new Set(all)].slice(0, 3).join(', ')}`]
  })
}

/**
 * Words that cannot be read to their end: cut by a box that hides what flows over, or wider than the box they stand in. What ends in
 * an ellipsis is meant to; what a strip pushed sideways holds can be pushed into sight, and a panorama turned. [] when nothing is.
 */
export async function cutWords(page: Page): Promise<string[]> {
  await giveName(page)
  return page.evaluate(() => {
    const hidden = /hidden|clip/
    // One pixel high and clipped: words for screen readers alone.
    const unseen = (box: DOMRect) => box.width <= 1 || box.height <= 1
    const meantBy = (at: Element, style: CSSStyleDeclaration, box: DOMRect) =>
      style.textOverflow === 'ellipsis' ||
      style.webkitLineClamp !== 'none' ||
      (hidden.test(style.overflow) && unseen(box)) ||
      // The room around the eye: what is out of sight is turned to.
      at.matches('.cube')
    const beside = (words: DOMRect, box: DOMRect) => words.right > box.right + 1 || words.left < box.left - 1
    const beyond = (words: DOMRect, box: DOMRect) => words.bottom > box.bottom + 1 || words.top < box.top - 1
    const pushed = (at: Element, style: CSSStyleDeclaration) =>
      /auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth
    const isCut = (words: DOMRect, box: DOMRect, style: CSSStyleDeclaration, inStrip: boolean) =>
      (!inStrip && hidden.test(style.overflowX) && beside(words, box)) ||
      (hidden.test(style.overflowY) && beyond(words, box))
    const tooWide = (words: DOMRect, box: DOMRect, at: Element, parent: Element) =>
      // Words that hang in a room are drawn by its perspective, which has no measure for what lies behind the eye.
      at === parent && at.clientWidth > 0 && words.width > box.width + 1 && at.closest('.cube') === null
    const cutBy = (words: DOMRect, parent: Element): boolean => {
      let inStrip = false
      for (let at: Element | null = parent; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        if (meantBy(at, style, box)) return false
        inStrip ||= pushed(at, style)
        if (isCut(words, box, style, inStrip) || tooWide(words, box, at, parent)) return true
        // What scrolls can be scrolled to.
        if (style.position === 'fixed' || /auto|scroll/.test(style.overflowY)) return false
      }
      return false
    }
    // Behind a dialog the page stands still and is not there to be read.
    const shown = document.querySelector('[aria-modal="true"]') ?? document.body
    const found = new Set<string>()
    const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { parentElement } = text
      if (!parentElement || !text.textContent?.trim() || /^(style|script)$/i.test(parentElement.tagName)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const rects = [...range.getClientRects()].filter((rect) => !unseen(rect))
      if (rects.some((rect) => cutBy(rect, parentElement))) found.add(text.textContent.trim().slice(0, 20))
    }
    return [...found].map((words) => `cut: ${words}`)
  })
}
