import type { Cue } from '../exhibit-words'

const HOUR_S = 3600
const MINUTE_S = 60

const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
const stamp = (second: number): string =>
  `${two(second / HOUR_S)}:${two((second % HOUR_S) / MINUTE_S)}:${(second % MINUTE_S).toFixed(3).padStart(6, '0')}`

/** What WebVTT would take for markup. */
const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Captions as a WebVTT address: each stays until the next one is spoken. */
export function captionTrack(cues: readonly Cue[], seconds: number): string {
  const lines = cues.map(({ at, text }, index) => {
    const end = cues[index + 1]?.at ?? Math.max(seconds, at + 1)
    return `${stamp(at)} --> ${stamp(end)}\n${plain(text)}`
  })
  return `data:text/vtt;charset=utf-8,${encodeURIComponent(['WEBVTT', ...lines].join('\n\n'))}`
}
