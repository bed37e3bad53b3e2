import { Text, Video, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useImperativeHandle, type Ref } from 'react'
import type { Cue } from '../exhibit-words'
import './film-screen.scss'

export interface FilmControl {
  seek: (second: number) => void
  pause: () => void
}

export interface FilmScreenProps {
  /** Of the element, unlike any other of the page. */
  id: string
  url: string
  poster: string
  title: string
  seconds: number
  cues: readonly Cue[]
  /** The caption that is being spoken; -1 for none. */
  current: number
  control: Ref<FilmControl>
  onTime: (second: number) => void
  onPlay: () => void
  onFailed: () => void
}

/** WeChat's own player, with the caption of the moment below it: its screen takes no captions. */
export function FilmScreen({ id, url, poster, title, current, cues, control, ...hears }: FilmScreenProps) {
  useImperativeHandle(
    control,
    () => ({
      seek: (second) => Taro.createVideoContext(id).seek(second),
      pause: () => Taro.createVideoContext(id).pause(),
    }),
    [id],
  )
  return (
    <View className="film-screen">
      <Video
        id={id}
        className="film-screen__video"
        src={url}
        poster={poster}
        title={title}
        objectFit="contain"
        showMuteBtn
        onPlay={hears.onPlay}
        onTimeUpdate={(event) => hears.onTime(event.detail.currentTime)}
        onError={hears.onFailed}
      />
      <View className="film-screen__caption">
        <Text>{cues[current]?.text ?? ''}</Text>
      </View>
    </View>
  )
}
