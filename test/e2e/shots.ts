import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { ask } from '../support/product'
import { root } from '../support/repository'
import { cutWords, overflow } from './faults'
import { modes, type Mode } from './modes'
import { shownPages, type Ask, type ShownPage } from './pages'
import { keepForReadme } from './readme-picture'
import { Stage } from './stage'

const shots = path.join(root, '.shots')

/**
 * `npm run shots [-- name …]`: every page of the table in every mode over the seeded demo, as a picture in `.shots`. Fails where axe
 * finds something serious, a page is wider than its screen, words are cut, or the console complains. The pictures are for looking at.
 *
 * `npm run shots -- --readme` walks only the pages that the README shows and puts one screen of each, made small, into
 * `config/seed/media/readme`. Times and codes in them are those of the moment; everything else is the demo's.
 */
async function main(args: string[]): Promise<number> {
  const readme = args.includes('--readme')
  const wanted = args.filter((arg) => arg !== '--readme')
  const chosen = shownPages.filter(
    (page) =>
      (!readme || page.readme !== undefined) &&
      (wanted.length === 0 || wanted.some((start) => page.name.startsWith(start))),
  )
  const stage = await Stage.open()
  const faults: string[] = []
  try {
    for (const page of chosen) faults.push(...(await shoot(stage, page, readme)))
  } finally {
    await stage.close()
  }
  faults.forEach((line) => console.log(line))
  console.log(`${faults.length === 0 ? 'Every page is well' : `${faults.length} faults`}; the pictures are in .shots`)
  return faults.length
}

async function shoot(stage: Stage, page: ShownPage, readme: boolean): Promise<string[]> {
  const faults: string[] = []
  const all = page.modes ?? (Object.keys(modes) as Mode[])
  for (const mode of readme ? all.filter((one) => one === page.readme) : all) {
    const name = `${page.name}-${mode}`
    const found = await shootIn(stage, page, mode, readme).catch((error: unknown) => [`not shown: ${String(error)}`])
    console.log([name, ...found].join('\n  '))
    faults.push(...found.map((line) => `${name}: ${line}`))
  }
  return faults
}

async function shootIn(stage: Stage, page: ShownPage, mode: Mode, readme: boolean): Promise<string[]> {
  const asker: Ask = (openid, action, input) => ask(stage.product, openid, action, input)
  const as = typeof page.as === 'string' ? page.as : page.as[mode]
  const route = typeof page.route === 'string' ? page.route : await page.route(asker, as)
  const found: string[] = []
  try {
    const tab = await stage.tab({ as, mode, path: route })
    await page.first?.(tab)
    if (readme) await keepForReadme(page.name, await tab.page.screenshot())
    if (!page.screen) await unroll(tab.page)
    await tab.page.screenshot({ path: picture(`${page.name}-${mode}`) })
    found.push(...(await overflow(tab.page)), ...(await cutWords(tab.page)), ...(await tab.faults()))
  } finally {
    found.push(...(await stage.clear()).filter((line) => !page.complaint?.test(line)))
  }
  return found
}

/** Makes the screen as high as the page: pages scroll inside boxes of their own, beyond which no picture reaches. */
async function unroll(page: Page): Promise<void> {
  const below = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('*')].filter((box) =>
      /auto|scroll/.test(getComputedStyle(box).overflowY),
    )
    return Math.max(0, ...[...boxes, document.documentElement].map((box) => box.scrollHeight - box.clientHeight))
  })
  const size = page.viewportSize()
  if (size && below > 0) await page.setViewportSize({ ...size, height: size.height + below })
}

function picture(name: string): string {
  mkdirSync(shots, { recursive: true })
  return path.join(shots, `${name}.png`)
}

main(process.argv.slice(2)).then(
  (faults) => process.exit(faults === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
