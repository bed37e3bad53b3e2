import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is: CHROMIUM, or where Debian puts it. Throws with the line that installs it. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  const found = named === undefined ? places.find((place) => existsSync(place)) : existsSync(named) ? named : undefined
  if (found !== undefined) return found
  throw new Error(
    `${named === undefined ? 'Chromium is not installed' : `CHROMIUM=${named} does not exist`}. Install it and a Chinese font:\n` +
      '  apt-get install --no-install-recommends -y chromium fonts-noto-cjk',
  )
}

/** In a container Chromium has neither its sandbox nor a graphics card; and it shall ask nobody on the network anything. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...[
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
  ],
]

const camera = (film: string) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/**
 * Starts Chromium.
 * @param film a file written by `film()` which its camera will see; it is read anew each time a page opens the camera
 */
export function openBrowser(film?: string): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...flags, ...(film === undefined ? [] : camera(film))],
  })
}
