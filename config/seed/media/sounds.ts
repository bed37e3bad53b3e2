/**
 * Speaks the demo's audio guides: `npx tsx config/seed/media/sounds.ts [key…]`. Needs `espeak-ng` and `ffmpeg` (Debian).
 *
 * Writes `sounds/<key>.mp3` (mono, 24 kbit/s) and beside it `sounds/<key>.json`, the transcript in step:
 * `{ seconds, synthetic: true, cues: [{ at, text }] }`. The first sentence says that the voice is synthetic.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { narrations, type Narration } from './narration'
import { speak, VOICE_FILTER } from './voice'

/** Most bytes of one guide: it is listened to over mobile data. */
const LIMIT = 220 * 1024

const folder = path.resolve(__dirname, 'sounds')

const record = (key: string, narration: Narration): void => {
  const work = mkdtempSync(path.join(tmpdir(), 'sounds-'))
  const file = path.join(folder, `${key}.mp3`)
  try {
    const speech = speak(narration, work)
    const input = ['-v', 'error', '-y', '-i', path.join(work, 'voice.wav'), '-af', VOICE_FILTER]
    const output = ['-ar', '22050', '-ac', '1', '-c:a', 'libmp3lame', '-b:a', '24k', '-map_metadata', '-1', file]
    execFileSync('ffmpeg', [...input, ...output])
    const transcript = { seconds: speech.seconds, synthetic: true, cues: speech.cues }
    writeFileSync(path.join(folder, `${key}.json`), `${JSON.stringify(transcript, null, 2)}\n`)
    const { size } = statSync(file)
    if (size > LIMIT) throw new Error(`${key}.mp3 is ${size} bytes, more than ${LIMIT}: shorten its narration`)
    console.log(`${key}.mp3: ${speech.seconds} s, ${Math.ceil(size / 1024)} KB`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
for (const [key, narration] of Object.entries(narrations))
  if (wanted.length === 0 || wanted.includes(key)) record(key, narration)
