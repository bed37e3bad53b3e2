/**
 * The synthetic voice: sentences → one speech track with the time at which each sentence begins.
 * Needs the Debian packages `espeak-ng` and `ffmpeg`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Narration } from './narration'

/** Slower and a little higher than the synthesiser's own: heard on a phone's loudspeaker in a hall. */
const VOICE = ['-v', 'cmn-latn-pinyin', '-s', '160', '-p', '46', '-a', '90', '-g', '1']
const RATE = 22050
const HEADER = 44
const LEAD_SECONDS = 0.3
const QUIET = 350

/** When a sentence begins, in seconds from the start. */
export type Cue = { at: number; text: string }
export type Speech = { seconds: number; cues: Cue[] }

/** The words without the silence around them, 16-bit mono. */
const words = (say: string, file: string): Int16Array => {
  execFileSync('espeak-ng', [...VOICE, '-w', file, say])
  const bytes = readFileSync(file)
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + HEADER, bytes.byteOffset + bytes.length))
  const loud = (sample: number): boolean => Math.abs(sample) > QUIET
  const first = samples.findIndex(loud)
  const last = samples.length - 1 - samples.slice().reverse().findIndex(loud)
  if (first < 0) throw new Error(`The synthesiser stayed silent at: ${say}`)
  return samples.slice(Math.max(0, first - RATE / 100), Math.min(samples.length, last + RATE / 12))
}

const waveFile = (samples: Int16Array): Buffer => {
  const head = Buffer.alloc(HEADER)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.byteLength, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)])
}

/**
 * Speaks the sentences with `pause` seconds between them and writes `voice.wav` into `folder`.
 * @returns the whole length and a cue for each sentence, rounded to hundredths of a second
 */
export const speak = (narration: Narration, folder: string, pause = 0.55): Speech => {
  const parts = narration.map(([, say], i) => words(say, path.join(folder, `sentence-${i}.wav`)))
  const gap = Math.round(pause * RATE)
  const lead = Math.round(LEAD_SECONDS * RATE)
  const total = lead + parts.reduce((sum, part) => sum + part.length + gap, 0)
  const track = new Int16Array(total)
  const cues: Cue[] = []
  let at = lead
  parts.forEach((part, i) => {
    track.set(part, at)
    cues.push({ at: Math.round((at / RATE) * 100) / 100, text: narration[i]?.[0] ?? '' })
    at += part.length + gap
  })
  writeFileSync(path.join(folder, 'voice.wav'), waveFile(track))
  return { seconds: Math.round((total / RATE) * 100) / 100, cues }
}

/** ffmpeg's filters for the raw voice: no rumble, less buzz and hiss, warmer, and one loudness for all. */
export const VOICE_FILTER =
  'highpass=f=85,equalizer=f=220:t=q:w=1:g=2.5,equalizer=f=3400:t=q:w=1.2:g=-3,lowpass=f=7500,' +
  'acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120,loudnorm=I=-18:TP=-2:LRA=7'
