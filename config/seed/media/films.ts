/**
 * Makes the demo's film: `npx tsx config/seed/media/films.ts`. Needs `espeak-ng` and `ffmpeg` (Debian).
 *
 * - `films/story-03.mp4`, 640×360, H.264 baseline and mono AAC, its index in front: a good idea's five steps from a
 *   university to the works, one drawn shot for each sentence of the narration.
 * - `films/story-03.json`: the captions, `{ seconds, synthetic: true, cues: [{ at, text }] }`.
 * - `films/story-03.jpg`, 640×360: the poster.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { jpegWithin } from './jpeg'
import { filmNarration } from './narration'
import { HEIGHT, seeded, WIDTH } from './scenes/drawing'
import { shots, type Shot } from './scenes/film'
import { speak, VOICE_FILTER, type Speech } from './voice'

const [FILM_WIDTH, FILM_HEIGHT] = [640, 360]
const RATE = 15
const CROSSFADE_SECONDS = 0.6
const LIMIT = 700 * 1024
const POSTER_LIMIT = 35 * 1024
const POSTER_SHOT = 2

const folder = path.resolve(__dirname, 'films')

const groundOf = (shot: Shot, seed: number): Canvas => {
  const sheet = createCanvas(WIDTH, HEIGHT)
  shot.ground(sheet.getContext('2d'), seeded(seed))
  const small = createCanvas(FILM_WIDTH, FILM_HEIGHT)
  const pen = small.getContext('2d')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(sheet, 0, 0, FILM_WIDTH, FILM_HEIGHT)
  return small
}

// The shots by the water share one ground: drawn with one seed, nothing jumps between them.
const grounds = shots.map((shot) => groundOf(shot, 1 + shots.findIndex(({ ground }) => ground === shot.ground)))

const still = (index: number, t: number): Canvas => {
  const canvas = createCanvas(FILM_WIDTH, FILM_HEIGHT)
  const pen = canvas.getContext('2d')
  const [shot, ground] = [shots[index], grounds[index]]
  if (!shot || !ground) throw new Error(`There is no shot ${index}`)
  pen.drawImage(ground, 0, 0)
  pen.scale(FILM_WIDTH / WIDTH, FILM_HEIGHT / HEIGHT)
  shot.move(pen, t)
  return canvas
}

/** The picture at `time`: the shot of the sentence that is spoken, fading over from the one before. */
const frame = (speech: Speech, time: number): Buffer => {
  const starts = speech.cues.map(({ at }, i) => (i === 0 ? 0 : at - CROSSFADE_SECONDS / 2))
  const index = Math.max(0, starts.filter((start) => start <= time).length - 1)
  const start = starts[index] ?? 0
  const end = starts[index + 1] ?? speech.seconds
  const canvas = still(index, (time - start) / (end - start))
  const since = (time - start) / CROSSFADE_SECONDS
  const pen = canvas.getContext('2d')
  if (index > 0 && since < 1) {
    pen.resetTransform()
    pen.globalAlpha = 1 - since
    pen.drawImage(still(index - 1, 1), 0, 0)
  }
  return Buffer.from(pen.getImageData(0, 0, FILM_WIDTH, FILM_HEIGHT).data.buffer)
}

const encode = async (speech: Speech, sound: string, file: string): Promise<void> => {
  const frames = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-s',
    `${FILM_WIDTH}x${FILM_HEIGHT}`,
    '-r',
    String(RATE),
    '-i',
    '-',
  ]
  const picture = [
    '-c:v',
    'libx264',
    '-profile:v',
    'baseline',
    '-level',
    '3.0',
    '-pix_fmt',
    'yuv420p',
    '-preset',
    'slow',
  ]
  const quality = ['-crf', '34', '-maxrate', '140k', '-bufsize', '640k', '-g', '75', '-threads', '1']
  const voice = ['-af', VOICE_FILTER, '-ar', '16000', '-ac', '1', '-c:a', 'aac', '-b:a', '24k', '-flags', '+bitexact']
  const output = ['-shortest', '-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', file]
  const ffmpeg = spawn(
    'ffmpeg',
    ['-v', 'error', '-y', ...frames, '-i', sound, ...picture, ...quality, ...voice, ...output],
    {
      stdio: ['pipe', 'inherit', 'inherit'],
    },
  )
  const closed = once(ffmpeg, 'close')
  for (let i = 0; i < speech.seconds * RATE; i++)
    if (!ffmpeg.stdin.write(frame(speech, i / RATE))) await once(ffmpeg.stdin, 'drain')
  ffmpeg.stdin.end()
  const [code] = (await closed) as [number | null]
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

const run = async (): Promise<void> => {
  const work = mkdtempSync(path.join(tmpdir(), 'films-'))
  mkdirSync(folder, { recursive: true })
  try {
    const speech = speak(filmNarration, work, 0.6)
    const file = path.join(folder, 'story-03.mp4')
    await encode(speech, path.join(work, 'voice.wav'), file)
    const { size } = statSync(file)
    if (size > LIMIT) throw new Error(`story-03.mp4 is ${size} bytes, more than ${LIMIT}`)
    const captions = { seconds: speech.seconds, synthetic: true, cues: speech.cues }
    writeFileSync(path.join(folder, 'story-03.json'), `${JSON.stringify(captions, null, 2)}\n`)
    writeFileSync(path.join(folder, 'story-03.jpg'), jpegWithin(still(POSTER_SHOT, 1), POSTER_LIMIT, 'story-03'))
    console.log(`story-03.mp4: ${speech.seconds} s, ${Math.ceil(size / 1024)} KB`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

run().catch((problem: unknown) => {
  console.error(problem)
  process.exitCode = 1
})
