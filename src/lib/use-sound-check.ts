import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** A sound that an editor listens to while working on its words. Unlike the audio guide it ends with the page. */
export interface SoundCheck {
  playing: boolean
  /** Where it is, in seconds; moves a few times a second. */
  second: number
  failed: boolean
  toggle: () => void
  /** Jumps and plays from there. */
  playFrom: (second: number) => void
}

type Player = ReturnType<typeof Taro.createInnerAudioContext>

/** @param url of the sound; another one begins anew */
export function useSoundCheck(url: string): SoundCheck {
  const [playing, setPlaying] = useState(false)
  const [second, setSecond] = useState(0)
  const [failed, setFailed] = useState(false)
  const player = useRef<Player | null>(null)

  useEffect(() => {
    setPlaying(false)
    setSecond(0)
    setFailed(false)
    return () => {
      player.current?.destroy()
      player.current = null
    }
  }, [url])

  /** Made when it is first needed: most who open the page do not listen. */
  const ready = (): Player => {
    if (player.current) return player.current
    const made = Taro.createInnerAudioContext()
    made.onPlay(() => setPlaying(true))
    made.onPause(() => setPlaying(false))
    made.onStop(() => setPlaying(false))
    made.onEnded(() => setPlaying(false))
    made.onTimeUpdate(() => setSecond(made.currentTime))
    made.onError(() => {
      setPlaying(false)
      setFailed(true)
    })
    made.src = url
    player.current = made
    return made
  }
  return {
    playing,
    second,
    failed,
    toggle: () => (playing ? ready().pause() : ready().play()),
    playFrom: (to) => {
      const sound = ready()
      sound.seek(to)
      sound.play()
      setSecond(to)
    },
  }
}
