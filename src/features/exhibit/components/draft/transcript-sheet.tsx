import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Remove, Wrong } from '@/features/draft-parts'
import { fieldName } from '@/ui/a11y'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { classes } from '@/ui/classes'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { cueText, cueTime, spread, wrongTimes } from './cues'
import { LENGTHS, MAX_CUES } from './exhibit-check'
import type { FormCue } from './exhibit-form'
import './transcript-sheet.scss'

/** What plays while its words are written. */
export interface Listening {
  playing: boolean
  /** Where it is, in seconds. */
  second: number
  toggle: () => void
  playFrom: (second: number) => void
}

export interface TranscriptSheetProps {
  title: string
  cues: FormCue[]
  /** How long the recording is. */
  seconds: number
  listening: Listening
  /** The film, where there is one to see. */
  player?: ReactNode
  onChange: (cues: FormCue[]) => void
  onClose: () => void
}

/** The words of a recording, line by line with their times; a whole text can be pasted and is spread over it. */
export function TranscriptSheet(props: TranscriptSheetProps) {
  const { title, cues, seconds, listening, player, onChange, onClose } = props
  const [pasting, setPasting] = useState(cues.length === 0)
  const [typed, setTyped] = useState('')
  const paste = () => {
    onChange(spread(typed, seconds))
    setPasting(false)
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={
        pasting ? (
          <ButtonRow>
            {cues.length > 0 && <Button onPress={() => setPasting(false)}>不换了</Button>}
            <Button kind="main" disabled={typed.trim() === ''} onPress={paste}>
              按句分行
            </Button>
          </ButtonRow>
        ) : (
          <ButtonRow>
            <Button onPress={listening.toggle}>
              {`${listening.playing ? '暂停' : '播放'} ${cueText(Math.floor(listening.second))}`}
            </Button>
            <Button kind="main" onPress={onClose}>
              完成
            </Button>
          </ButtonRow>
        )
      }
    >
      {player}
      {pasting ? (
        <TextField
          kind="lines"
          label={`整篇${title}`}
          hint={`粘贴后按句号分行，时间按长短排在 ${cueText(seconds)} 里，之后可以逐行调整${cues.length > 0 ? `；现有的 ${cues.length} 行会被换掉` : ''}`}
          maxLength={LENGTHS.text}
          value={typed}
          onChange={setTyped}
        />
      ) : (
        <CueRows {...props} onPaste={() => setPasting(true)} />
      )}
    </Sheet>
  )
}

function CueRows({ cues, seconds, listening, onChange, onPaste }: TranscriptSheetProps & { onPaste: () => void }) {
  const wrong = wrongTimes(cues, seconds)
  const current = cues.reduce((found, { at }, place) => (at <= listening.second ? place : found), -1)
  const put = (at: number, values: Partial<FormCue>) =>
    onChange(cues.map((cue, place) => (place === at ? { ...cue, ...values } : cue)))
  const now = () => Math.min(seconds, Math.round(listening.second * 10) / 10)
  const add = () => onChange([...cues, { at: Math.max(now(), (cues.at(-1)?.at ?? -1) + 1), text: '' }])
  return (
    <View>
      <Text className="transcript__hint">边听边改：播放到这一句时点“此刻”，就记下这一句的时间</Text>
      {cues.map((cue, at) => (
        <View
          key={at}
          className={classes('transcript__cue', at === current && listening.playing && 'transcript__cue--now')}
        >
          <View className="transcript__times">
            <TimeInput label={`第 ${at + 1} 行时间`} at={cue.at} onChange={(time) => put(at, { at: time })} />
            <Button compact kind="link" label={`第 ${at + 1} 行用此刻的时间`} onPress={() => put(at, { at: now() })}>
              此刻
            </Button>
            <Button compact kind="link" label={`从第 ${at + 1} 行播放`} onPress={() => listening.playFrom(cue.at)}>
              播放
            </Button>
            <View className="transcript__space" />
            <Remove label={`删除第 ${at + 1} 行`} onPress={() => onChange(cues.filter((_, place) => place !== at))} />
          </View>
          <View className="field__box">
            <Textarea
              className="transcript__text"
              value={cue.text}
              maxlength={LENGTHS.cue}
              onInput={(event) => put(at, { text: event.detail.value })}
              {...fieldName(`第 ${at + 1} 行文字`)}
            />
          </View>
          {wrong.includes(at) && (
            <Wrong words={cue.at > seconds ? `超过了总时长 ${cueText(seconds)}` : '时间要晚于上一行'} />
          )}
        </View>
      ))}
      <ButtonRow>
        <Button icon="plus" disabled={cues.length >= MAX_CUES} onPress={add}>
          加一行
        </Button>
        <Button icon="refresh" onPress={onPaste}>
          整篇重排
        </Button>
      </ButtonRow>
      {wrong.length > 0 && (
        <View className="transcript__sort">
          <Button onPress={() => onChange([...cues].sort((one, other) => one.at - other.at))}>按时间先后排好</Button>
        </View>
      )}
    </View>
  )
}

/** A time that may be half typed: what cannot be read yet stays with the field. */
function TimeInput({ label, at, onChange }: { label: string; at: number; onChange: (at: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    const time = cueTime(text)
    if (time !== null) onChange(time)
  }
  return (
    <View className="field__box transcript__time">
      <Input
        className="field__input"
        value={typed ?? cueText(at)}
        maxlength={8}
        onInput={(event) => type(event.detail.value)}
        onBlur={() => setTyped(null)}
        {...fieldName(label)}
      />
    </View>
  )
}
