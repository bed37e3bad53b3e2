import { useState } from 'react'
import { timesDecision } from '@/domain/guidance/rules'
import { refusalWords } from '@/domain/labels'
import { dayKey, HOUR, MINUTE, saySpan } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { ReasonSheet } from '@/features/reason-sheet'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { wallInstant, wallText } from '@/features/wall-clock'
import { Button } from '@/ui/button'
import { DateTimeField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { cancelMeeting, moveMeeting, noteMeeting, planMeeting } from '../api'
import { ChipsField } from './chips-field'
import type { Meeting } from './guidance-model'
import type { SheetProps } from './item-sheet'

const LENGTHS = [30, 60, 90, 120].map((minutes) => ({ value: String(minutes), words: `${minutes} 分钟` }))

const formOf = (meeting: Meeting | null) => ({
  at: meeting ? wallText(meeting.startsAt) : '',
  minutes: String(meeting ? Math.round((meeting.endsAt - meeting.startsAt) / MINUTE) : HOUR / MINUTE),
  place: meeting?.placeName ?? '',
})

interface MeetingSheetProps extends SheetProps {
  /** Null for a new one. */
  meeting: Meeting | null
}

/** The times that a form says; null while it says none. */
const timesOf = ({ at, minutes }: ReturnType<typeof formOf>) => {
  const startsAt = wallInstant(at)
  return startsAt === null ? null : { startsAt, endsAt: startsAt + Number(minutes) * MINUTE }
}

function useMeetingForm({ view, meeting, onDone }: Omit<MeetingSheetProps, 'onClose'>) {
  const id = view.outline.id
  const intent = useIntent(`guidance-meeting-${id}-${meeting?.id ?? 'new'}`, formOf(meeting))
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const times = timesOf(intent.form)
  const wrong = times && timesDecision(times, view.now)
  const placeName = intent.form.place.trim()
  const send = () => {
    setAsked(true)
    if (!times || wrong || !placeName) return undefined
    const input = { consultationId: id, ...times, placeName }
    return run(async () => {
      const changed = meeting
        ? await moveMeeting({ ...input, meetingId: meeting.id })
        : await planMeeting({ ...input, requestId: intent.requestId })
      intent.done()
      onDone(changed, meeting ? '已改期，企业会收到通知' : '已约定，企业会收到通知')
    })
  }
  const timeWords = wrong ? refusalWords('guidance.planMeeting', wrong) : times ? undefined : '请选择日期和时间'
  return {
    intent,
    refused,
    send,
    errors: asked ? { time: timeWords, place: placeName ? undefined : '请填写地点' } : {},
  }
}

/** When and where the next meeting is, or where one is moved to. */
export function MeetingSheet(props: MeetingSheetProps) {
  const { view, meeting, onClose } = props
  const { intent, refused, send, errors } = useMeetingForm(props)
  const { at, minutes, place } = intent.form
  return (
    <Sheet
      title={meeting ? '会面改期' : '约下次会面'}
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          {meeting ? '改期' : '约定'}
        </Button>
      }
    >
      <DateTimeField
        label="开始时间"
        from={dayKey(view.now)}
        value={at}
        error={errors.time}
        onChange={(value) => intent.change({ at: value })}
      />
      <ChipsField
        label="多长时间"
        options={LENGTHS}
        value={minutes}
        onChange={(value) => intent.change({ minutes: value })}
      />
      <TextField
        label="地点"
        maxLength={40}
        value={place}
        error={errors.place}
        onChange={(value) => intent.change({ place: value })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

/** What was said at a meeting; the enterprise reads it. */
export function NoteSheet({ view, meeting, onClose, onDone }: SheetProps & { meeting: Meeting }) {
  const intent = useIntent(`guidance-note-${meeting.id}`, { note: meeting.note })
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const note = intent.form.note.trim()
  const send = () => {
    setAsked(true)
    if (!note) return undefined
    return run(async () => {
      const changed = await noteMeeting({ consultationId: view.outline.id, meetingId: meeting.id, note })
      intent.done()
      onDone(changed, '纪要已保存')
    })
  }
  return (
    <Sheet
      title="会面纪要"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          保存
        </Button>
      }
    >
      <TextField
        kind="lines"
        label="谈了什么，定了什么"
        hint="企业看得到"
        maxLength={1000}
        value={intent.form.note}
        error={asked && !note ? '请写一句谈了什么' : undefined}
        onChange={(value) => intent.change({ note: value })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

/** Gives a planned meeting up, with the reason that the enterprise reads. */
export function CancelMeetingSheet({ view, meeting, onClose, onDone }: SheetProps & { meeting: Meeting }) {
  return (
    <ReasonSheet
      title="取消会面"
      about={`${saySpan(meeting.startsAt, meeting.endsAt)} 的会面取消后，企业会收到通知并看到原因。`}
      reasons={['时间有冲突', '材料还没备齐', '企业临时有事']}
      maxLength={100}
      action="取消会面"
      onClose={onClose}
      onConfirm={async (reason) =>
        onDone(await cancelMeeting({ consultationId: view.outline.id, meetingId: meeting.id, reason }), '会面已取消')
      }
    />
  )
}
