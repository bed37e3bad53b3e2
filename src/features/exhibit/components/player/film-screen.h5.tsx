import { useImperativeHandle, useMemo, useRef } from 'react'
import type { FilmScreenProps } from './film-screen'
import { captionTrack } from './caption-track'
import './film-screen.scss'
import './film-captions.scss'

/** The browser's own player: its captions also show when it fills the screen. */
export function FilmScreen({ url, poster, title, seconds, cues, control, ...hears }: FilmScreenProps) {
  const video = useRef<HTMLVideoElement>(null)
  const track = useMemo(() => captionTrack(cues, seconds), [cues, seconds])
  useImperativeHandle(
    control,
    () => ({
      seek(second) {
        if (video.current) video.current.currentTime = second
      },
      pause: () => video.current?.pause(),
    }),
    [],
  )
  return (
    <div className="film-screen">
      <video
        ref={video}
        className="film-screen__video"
        src={url}
        poster={poster === '' ? undefined : poster}
        aria-label={title}
        controls
        playsInline
        preload="metadata"
        onPlay={hears.onPlay}
        onTimeUpdate={(event) => hears.onTime(event.currentTarget.currentTime)}
        onError={hears.onFailed}
      >
        <track kind="captions" srcLang="zh" label="字幕" src={track} default />
      </video>
    </div>
  )
}
