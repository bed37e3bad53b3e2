import { ask } from '../support/product'
import { overflow } from './faults'
import { modes, type Mode } from './modes'
import { shownPages, type Ask, type ShownPage } from './pages'
import { Stage } from './stage'

/**
 * `npm run shots [-- name …]`: every page of the table in every mode over the seeded demo, as a picture in `.shots`. Fails where axe finds
 * something serious, a page is wider than its screen, or the console complains. The pictures are for looking at.
 */
async function main(wanted: string[]): Promise<number> {
  const stage = await Stage.open()
  const faults: string[] = []
  try {
    for (const page of shownPages.filter(
      ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
    ))
      faults.push(...(await shoot(stage, page)))
  } finally {
    await stage.close()
  }
  faults.forEach((line) => console.log(line))
  console.log(`${faults.length === 0 ? 'Every page is well' : `${faults.length} faults`}; the pictures are in .shots`)
  return faults.length
}

async function shoot(stage: Stage, page: ShownPage): Promise<string[]> {
  const asker: Ask = (openid, action, input) => ask(stage.product, openid, action, input)
  const route = typeof page.route === 'string' ? page.route : await page.route(asker)
  const faults: string[] = []
  for (const mode of page.modes ?? (Object.keys(modes) as Mode[])) {
    const name = `${page.name}-${mode}`
    const tab = await stage.tab({ as: page.as, mode, path: route })
    await tab.shoot(name)
    const found = [...(await overflow(tab.page)), ...(await tab.faults()), ...(await stage.clear())]
    console.log(`${name}${found.length === 0 ? '' : `: ${found.length} faults`}`)
    faults.push(...found.map((line) => `${name}: ${line}`))
  }
  return faults
}

main(process.argv.slice(2)).then(
  (faults) => process.exit(faults === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
