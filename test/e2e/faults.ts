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

/** By how many pixels the page is wider than the screen, and what sticks out; [] when nothing does. */
export async function overflow(page: Page): Promise<string[]> {
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
