import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cueAt } from '@/domain/exhibit/rules'
import {
  pauseSound,
  playFrom,
  playSound,
  setSpeed,
  SPEEDS,
  usePlaying,
  usePosition,
  useSpeed,
  type GuideSound,
} from '@/lib/guide-sound'
import { useConnection } from '@/lib/use-connection'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { Pressable } from '@/ui/pressable'
import { SeekBar } from '@/ui/seek-bar'
import { SectionTitle } from '@/ui/section-title'
import { Spinner } from '@/ui/spinner'
import { clockSpoken, clockWords, minutesWords, sizeWords, type ExhibitView, type Sound } from '../exhibit-words'
import { Transcript } from './transcript'
import './guide-player.scss'

interface GuidePlayerProps {
  exhibit: Pick<ExhibitView, 'id' | 'title'>
  audio: Sound
  hallTitle: string
  /** The transcript stands open: somebody came to listen. */
  opened: boolean
}

/** The guide as this page sees it: its own sound, or none while another exhibit's plays. */
function useOwnSound(exhibitId: string) {
  const playing = usePlaying()
  const second = usePosition()
  const own = playing?.sound.exhibitId === exhibitId ? playing : undefined
  return { state: own?.state ?? ('idle' as const), second: own ? second : 0, own: own !== undefined }
}

type State = ReturnType<typeof useOwnSound>['state']

const sounds = (state: State) => state === 'playing' || state === 'loading'

function PlayButton({ state, sound }: { state: State; sound: GuideSound }) {
  const on = sounds(state)
  return (
    <Pressable
      className="guide-player__play"
      label={on ? '暂停讲解' : '播放讲解'}
      onPress={() => (on ? pauseSound() : playSound(sound))}
    >
      {state === 'loading' ? <Spinner /> : <Icon name={on ? 'pause' : 'play'} size="large" />}
    </Pressable>
  )
}

/** How fast it speaks: one tap goes on to the next speed. */
function SpeedButton() {
  const speed = useSpeed()
  const next = SPEEDS.find((one) => one !== speed) ?? 1
  return (
    <Pressable
      className="guide-player__speed"
      label={`语速 ${speed} 倍，点击改为 ${next} 倍`}
      onPress={() => setSpeed(next)}
    >
      <Text>{`${speed}×`}</Text>
    </Pressable>
  )
}

/** What it costs before anything is loaded, and why nothing comes where there is no network. */
function Cost({ audio, state }: { audio: Sound; state: State }) {
  const connection = useConnection()
  if (state === 'failed') return <Notice tone="bad">讲解没有播出来，请检查网络后再点播放</Notice>
  if (state !== 'idle') return null
  if (connection === 'mobile') {
    return <Text className="guide-player__cost">{`音频约 ${sizeWords(audio.file.size)}，正在使用移动数据`}</Text>
  }
  if (connection === 'none') return <Text className="guide-player__cost">现在没有网络，讲解联网后可以播放</Text>
  return null
}

function Controls({ sound, audio }: { sound: GuideSound; audio: Sound }) {
  const { state, second } = useOwnSound(sound.exhibitId)
  return (
    <>
      <View className="guide-player__controls">
        <PlayButton state={state} sound={sound} />
        <View className="guide-player__bar">
          <SeekBar
            label="讲解进度"
            value={Math.min(Math.floor(second), audio.seconds)}
            max={audio.seconds}
            words={clockSpoken(second)}
            onSeek={(to) => playFrom(sound, to)}
          />
          <View className="guide-player__times">
            <Text>{clockWords(second)}</Text>
            <Text>{clockWords(audio.seconds)}</Text>
          </View>
        </View>
        <SpeedButton />
      </View>
      <Cost audio={audio} state={state} />
    </>
  )
}

function Lines({ sound, audio }: { sound: GuideSound; audio: Sound }) {
  const { second, own } = useOwnSound(sound.exhibitId)
  return (
    <Transcript
      id={`cue-${sound.exhibitId}`}
      cues={audio.cues}
      current={own ? cueAt(audio.cues, second) : -1}
      onJump={(at) => playFrom(sound, at)}
    />
  )
}

const noteOf = ({ seconds, synthetic }: Sound) => `${minutesWords(seconds)}${synthetic ? ' · 语音由电脑合成' : ''}`

/** The audio guide of an exhibit with its transcript in step. It goes on when the page is left. */
export function GuidePlayer({ exhibit, audio, hallTitle, opened }: GuidePlayerProps) {
  const [wanted, setWanted] = useState(false)
  const sound = {
    exhibitId: exhibit.id,
    title: exhibit.title,
    album: hallTitle,
    url: audio.file.url,
    seconds: audio.seconds,
  }
  const there = audio.file.url !== ''
  const open = opened || wanted || !there
  return (
    <>
      <SectionTitle note={noteOf(audio)}>语音讲解</SectionTitle>
      <Card className="guide-player">
        {there ? <Controls sound={sound} audio={audio} /> : <Notice tone="wait">讲解音频暂缺，可以读文字稿</Notice>}
        {open && there && <Lines sound={sound} audio={audio} />}
        {open && !there && <Transcript id={`cue-${exhibit.id}`} cues={audio.cues} current={-1} />}
        {!open && (
          <Button kind="link" icon="text" onPress={() => setWanted(true)}>
            看文字稿
          </Button>
        )}
      </Card>
    </>
  )
}
