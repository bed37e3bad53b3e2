import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { cueAt } from '@/domain/exhibit/rules'
import { pauseSound, usePlaying } from '@/lib/guide-sound'
import { useSteadyAddress } from '@/lib/steady-address'
import { useConnection } from '@/lib/use-connection'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { minutesWords, sizeWords, type ExhibitView, type Film } from '../exhibit-words'
import { FilmScreen, type FilmControl } from './film-screen'
import { Transcript } from './transcript'
import './film-player.scss'

interface FilmPlayerProps {
  exhibit: Pick<ExhibitView, 'id' | 'title'>
  film: Film
}

/** Nothing is loaded on mobile data before the person has heard what it weighs. */
function Gate({ film, words, onLoad }: { film: Film; words: string; onLoad?: () => void }) {
  return (
    <>
      <Picture src={film.poster?.url} alt="" icon="film" />
      <Text className="film-player__cost">{words}</Text>
      {onLoad && (
        <Button icon="play" onPress={onLoad}>
          加载视频
        </Button>
      )}
    </>
  )
}

/** Only one of film and guide is heard at a time: the guide falls silent for the film, and the film for the guide. */
function useOneVoice() {
  const control = useRef<FilmControl>(null)
  const guided = usePlaying()?.state === 'playing'
  useEffect(() => {
    if (guided) control.current?.pause()
  }, [guided])
  return control
}

function Showing({ exhibit, film, onFailed }: FilmPlayerProps & { onFailed: () => void }) {
  const control = useOneVoice()
  const [current, setCurrent] = useState(-1)
  const [open, setOpen] = useState(false)
  const url = useSteadyAddress(film.file.url)
  const poster = useSteadyAddress(film.poster?.url ?? '')
  return (
    <>
      <FilmScreen
        id={`film-${exhibit.id}`}
        url={url}
        poster={poster}
        title={exhibit.title}
        seconds={film.seconds}
        cues={film.cues}
        current={current}
        control={control}
        onTime={(second) => setCurrent(cueAt(film.cues, second))}
        onPlay={pauseSound}
        onFailed={onFailed}
      />
      {open ? (
        <Transcript
          id={`caption-${exhibit.id}`}
          cues={film.cues}
          current={current}
          onJump={(at) => control.current?.seek(at)}
        />
      ) : (
        <Button kind="link" icon="text" onPress={() => setOpen(true)}>
          看视频文字稿
        </Button>
      )}
    </>
  )
}

function Stage({ exhibit, film }: FilmPlayerProps) {
  const connection = useConnection()
  const [wanted, setWanted] = useState(false)
  const [failed, setFailed] = useState(false)
  if (failed) {
    return (
      <Notice tone="bad" action={<Button onPress={() => setFailed(false)}>再试一次</Button>}>
        视频没有放出来，请检查网络后再试，下面的正文不受影响
      </Notice>
    )
  }
  if (wanted || connection === 'free') return <Showing exhibit={exhibit} film={film} onFailed={() => setFailed(true)} />
  if (connection === 'none') return <Gate film={film} words="现在没有网络，视频联网后可以看" />
  const words = `视频约 ${sizeWords(film.file.size)}${connection === 'mobile' ? '，正在使用移动数据' : ''}`
  return <Gate film={film} words={words} onLoad={() => setWanted(true)} />
}

/** The film of an exhibit with captions in step; without its file, what is said in it. */
export function FilmPlayer({ exhibit, film }: FilmPlayerProps) {
  const synthetic = film.synthetic ? ' · 语音由电脑合成' : ''
  return (
    <>
      <SectionTitle note={`${minutesWords(film.seconds)}${synthetic}`}>看视频</SectionTitle>
      <Card>
        {film.file.url === '' ? (
          <View>
            <Notice tone="wait">视频暂缺，可以读文字稿</Notice>
            <Transcript id={`caption-${exhibit.id}`} cues={film.cues} current={-1} />
          </View>
        ) : (
          <Stage exhibit={exhibit} film={film} />
        )}
      </Card>
    </>
  )
}
