import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { FILE_LIMITS } from '@/domain/file/rules'
import { Wrong } from '@/features/draft-parts'
import type { Uploads } from '@/features/use-uploads'
import { saySize, WaitingFiles } from '@/features/waiting-files'
import { pickFilms, pickPictures, pickSounds } from '@/lib/pick-file'
import { useSoundCheck } from '@/lib/use-sound-check'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { SwitchRow } from '@/ui/switch-row'
import { cueText, wrongTimes } from './cues'
import type { FormCue, FormFilm, FormSound } from './exhibit-form'
import { FilmPlayer, useFilmCheck } from './film-player'
import type { SectionProps } from './section'
import { TranscriptSheet, type Listening } from './transcript-sheet'
import './exhibit-draft.scss'

const limitOf = (purpose: 'exhibitSound' | 'exhibitFilm') => saySize(FILE_LIMITS[purpose].maxBytes)

type SoundProps = SectionProps & { uploads: Uploads }

/** The audio guide: a sound with its transcript. */
export function SoundFields({ form, set, uploads }: SoundProps) {
  const { audio } = form
  const check = useSoundCheck(audio?.file.url ?? '')
  const pick = async () => uploads.add(await pickSounds(1))
  const put = (values: Partial<FormSound>) => audio && set({ audio: { ...audio, ...values } })
  return (
    <View>
      <SectionTitle note={`选填，MP3，${limitOf('exhibitSound')} 以内`}>音频讲解</SectionTitle>
      <Card>
        {audio && (
          <Recording
            noun="音频"
            sound={audio}
            listening={check}
            onPut={put}
            onDrop={() => set({ audio: null })}
            trouble={check.failed ? '这段音频播放不了，请重新上传' : undefined}
            lines="文字稿"
          />
        )}
        <WaitingFiles uploads={uploads} />
        <Button icon="sound" disabled={uploads.busy} onPress={pick}>
          {audio ? '换一个音频' : '添加音频'}
        </Button>
      </Card>
    </View>
  )
}

/** The film with its captions and the picture that stands for it. */
export function FilmFields({ form, set, uploads, posters }: SoundProps & { posters: Uploads }) {
  const { video } = form
  const check = useFilmCheck(video?.file.url ?? '')
  const pick = async () => uploads.add(await pickFilms(1))
  const pickPoster = async () => posters.add(await pickPictures(1))
  const put = (values: Partial<FormFilm>) => video && set({ video: { ...video, ...values } })
  return (
    <View>
      <SectionTitle note={`选填，MP4，${limitOf('exhibitFilm')} 以内`}>视频</SectionTitle>
      <Card>
        {video && (
          <>
            <View className="exhibit-draft__file">
              <Picture src={video.poster?.url} alt="视频封面" icon="film" />
            </View>
            <Recording
              noun="视频"
              sound={video}
              listening={check}
              onPut={put}
              onDrop={() => set({ video: null })}
              lines="字幕"
              player={<FilmPlayer check={check} poster={video.poster?.url} />}
            />
            <WaitingFiles uploads={posters} />
            <View className="exhibit-draft__file">
              <Button icon="picture" disabled={posters.busy} onPress={pickPoster}>
                {video.poster ? '换一张封面' : '添加封面'}
              </Button>
            </View>
          </>
        )}
        <WaitingFiles uploads={uploads} />
        <Button icon="film" disabled={uploads.busy} onPress={pick}>
          {video ? '换一个视频' : '添加视频'}
        </Button>
      </Card>
    </View>
  )
}

interface RecordingProps {
  noun: '音频' | '视频'
  /** What its words are called. */
  lines: '文字稿' | '字幕'
  sound: FormSound
  listening: Listening
  trouble?: string
  player?: ReactNode
  onPut: (values: Partial<FormSound>) => void
  onDrop: () => void
}

const cuesWords = (cues: readonly FormCue[], lines: string): string => {
  const last = cues.at(-1)
  return last ? `${lines} ${cues.length} 行，到 ${cueText(last.at)}` : `还没有${lines}，发布前要补上`
}

/** What a sound and a film have in common: length, words, and whether a machine speaks. */
function Recording({ noun, lines, sound, listening, trouble, player, onPut, onDrop }: RecordingProps) {
  const [open, setOpen] = useState(false)
  const { file, seconds, cues, synthetic } = sound
  const gone = file.url === '' ? `这个${noun}打不开，请重新上传` : trouble
  const wrong = wrongTimes(cues, seconds).length
  return (
    <View className="exhibit-draft__file">
      <Text className="exhibit-draft__name">{`时长 ${cueText(seconds)}，${saySize(file.size)}`}</Text>
      <Text className="exhibit-draft__line">{cuesWords(cues, lines)}</Text>
      {gone && <Wrong words={gone} />}
      {wrong > 0 && <Wrong words={`${lines}有 ${wrong} 行时间不对，请打开检查`} />}
      <SwitchRow
        title="由机器朗读"
        note="打开后页面会注明“合成语音”"
        checked={synthetic}
        onChange={(on) => onPut({ synthetic: on })}
      />
      <ButtonRow>
        <Button icon="text" onPress={() => setOpen(true)}>
          {cues.length > 0 ? `编辑${lines}` : `添加${lines}`}
        </Button>
        <Button icon="trash" label={`删除${noun}`} onPress={onDrop}>
          删除
        </Button>
      </ButtonRow>
      {open && (
        <TranscriptSheet
          title={lines}
          cues={cues}
          seconds={seconds}
          listening={listening}
          player={player}
          onChange={(next) => onPut({ cues: next })}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}
