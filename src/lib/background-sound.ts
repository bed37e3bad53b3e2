import Taro from '@tarojs/taro'
import { listeners, type Machine } from './sound-machine'

/** WeChat's player for sound that goes on behind pages and with the phone locked. There is one, and it never goes away. */
let manager: Taro.BackgroundAudioManager | undefined

function player(): Taro.BackgroundAudioManager {
  if (manager) return manager
  const made = Taro.getBackgroundAudioManager()
  made.onPlay(() => listeners.onState('playing'))
  made.onPause(() => listeners.onState('paused'))
  made.onWaiting(() => listeners.onState('loading'))
  made.onCanplay(() => !made.paused && listeners.onState('playing'))
  made.onEnded(() => listeners.onState('ended'))
  made.onStop(() => listeners.onState('stopped'))
  made.onError(() => listeners.onState('failed'))
  made.onTimeUpdate(() => listeners.onPosition(made.currentTime))
  made.onSeeked(() => listeners.onPosition(made.currentTime))
  manager = made
  return made
}

export const machine: Machine = {
  start({ title, album, url }, from, speed) {
    const one = player()
    // The platform wants a title first, and an address sets it off at once.
    one.title = title
    one.epname = album
    one.startTime = from
    one.playbackRate = speed
    one.src = url
  },
  play: () => player().play(),
  pause: () => player().pause(),
  seek: (second) => player().seek(second),
  setSpeed(speed) {
    player().playbackRate = speed
  },
  stop: () => player().stop(),
}
