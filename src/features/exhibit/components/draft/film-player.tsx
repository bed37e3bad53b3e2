import { Video } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { present } from '@/ui/present'
import type { Listening } from './transcript-sheet'
import './exhibit-draft.scss'

/** A film that an editor watches while working on its captions. */
export interface FilmCheck extends Listening {
  url: string
  id: string
  onTime: (second: number) => void
  onPlaying: (playing: boolean) => void
}

const ID = 'film-check'

/** @param url of the film; another one begins anew */
export function useFilmCheck(url: string): FilmCheck {
  const [second, setSecond] = useState(0)
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    setSecond(0)
    setPlaying(false)
  }, [url])
  const film = () => Taro.createVideoContext(ID)
  return {
    url,
    id: ID,
    second,
    playing,
    onTime: setSecond,
    onPlaying: setPlaying,
    toggle: () => (playing ? film().pause() : film().play()),
    playFrom: (to) => {
      film().seek(to)
      film().play()
      setSecond(to)
    },
  }
}

/** The film itself, with the platform's own buttons. */
export function FilmPlayer({ check, poster }: { check: FilmCheck; poster: string | undefined }) {
  if (check.url === '') return null
  return (
    <Video
      {...present({ poster })}
      id={check.id}
      className="exhibit-draft__film"
      src={check.url}
      onTimeUpdate={(event) => check.onTime(event.detail.currentTime)}
      onPlay={() => check.onPlaying(true)}
      onPause={() => check.onPlaying(false)}
      onEnded={() => check.onPlaying(false)}
    />
  )
}
