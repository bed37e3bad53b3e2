import { listeners, type Machine, type SoundToPlay } from './sound-machine'

/** One sound element for the whole tab: it belongs to no page, so it goes on while pages come and go. */
let element: HTMLAudioElement | undefined

function player(): HTMLAudioElement {
  if (element) return element
  const made = new Audio()
  made.preload = 'auto'
  made.onplaying = () => listeners.onState('playing')
  made.onpause = () => !made.ended && listeners.onState('paused')
  made.onwaiting = () => listeners.onState('loading')
  made.onended = () => listeners.onState('ended')
  made.onerror = () => made.getAttribute('src') && listeners.onState('failed')
  made.ontimeupdate = () => listeners.onPosition(made.currentTime)
  made.onseeked = () => listeners.onPosition(made.currentTime)
  element = made
  return made
}

/** Tells the browser's own panel, such as a locked screen, what plays. */
function announce({ title, album }: SoundToPlay): void {
  if (!('mediaSession' in navigator)) return
  navigator.mediaSession.metadata = new MediaMetadata({ title, album })
  navigator.mediaSession.setActionHandler('play', play)
  navigator.mediaSession.setActionHandler('pause', () => player().pause())
}

function play(): void {
  player()
    .play()
    .catch((error: unknown) => {
      // A pause that comes before the sound does is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return
      console.info('sound does not play', error)
      listeners.onState('failed')
    })
}

export const machine: Machine = {
  start(sound, from, speed) {
    const one = player()
    one.src = sound.url
    one.defaultPlaybackRate = speed
    one.playbackRate = speed
    if (from > 0) one.currentTime = from
    announce(sound)
    play()
  },
  play,
  pause: () => player().pause(),
  seek(second) {
    player().currentTime = second
  },
  setSpeed(speed) {
    player().playbackRate = speed
  },
  stop() {
    const one = player()
    one.pause()
    one.removeAttribute('src')
    one.load()
    listeners.onState('stopped')
  },
}
