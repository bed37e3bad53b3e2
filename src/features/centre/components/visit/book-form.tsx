import { View } from '@tarojs/components'
import { Asked } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { Strip } from '@/ui/strip'
import { dayOptions, partyWords, timesWords, whenWords, type SlotsAnswer } from './booking'
import { PartyFields } from './party-fields'
import { SlotList } from './slot-list'
import type { Booking } from './use-booking'
import './book-form.scss'

const ALONE = { size: 1, guide: false }

function Times({ booking, answer }: { booking: Booking; answer: SlotsAnswer }) {
  const { now, day, setDay, slot, setSlotId } = booking
  const party = booking.party ?? ALONE
  const slots = answer.days.find((one) => one.day === day)?.slots ?? []
  if (day === undefined)
    return (
      <EmptyState icon="calendar" title="近期没有可以预约的时段" why="开放时间安排好后会出现在这里">
        <Button onPress={() => to.halls()}>先看看线上展馆</Button>
      </EmptyState>
    )
  return (
    <>
      <SectionTitle>哪一天</SectionTitle>
      <Strip label="日期" width={76} options={dayOptions(answer, party, now)} value={day} onChange={setDay} />
      <SectionTitle>什么时候</SectionTitle>
      <SlotList slots={slots} answer={answer} party={party} now={now} chosen={slot?.id} onChoose={setSlotId} />
    </>
  )
}

/** Everything that is chosen before booking. */
export function BookForm({ booking }: { booking: Booking }) {
  const { slots, form, setForm, asked } = booking
  return (
    <Asked of={slots} skeleton={<Skeleton shape="detail" />}>
      {(answer) => (
        <View className="book">
          <Times booking={booking} answer={answer} />
          <SectionTitle>谁来参观</SectionTitle>
          <PartyFields form={form} asked={asked} onChange={setForm} />
        </View>
      )}
    </Asked>
  )
}

const chosenWords = ({ slot, party, form, now }: Booking): string => {
  if (!slot) return '请先选一个时段'
  if (!party) return `${whenWords(slot, now)}，请填写人数`
  return `${whenWords(slot, now)}，${partyWords({ ...party, groupName: form.kind === 'group' ? form.groupName.trim() : '' })}`
}

/** What is about to be booked, why it cannot be, and the button. */
export function BookAction({ booking }: { booking: Booking }) {
  const { slot, state, trouble, book } = booking
  const refused = state !== undefined && state.refusal !== null
  return (
    <>
      {trouble && (
        <Notice
          tone={trouble.tone}
          action={
            trouble.code === 'tooManyVisits' && (
              <Button compact kind="link" onPress={() => to.myVisits()}>
                去我的参观
              </Button>
            )
          }
        >
          {trouble.words}
          {trouble.requestId && `（请求编号 ${trouble.requestId}）`}
        </Notice>
      )}
      <View className="book__chosen">
        {refused && slot ? `${timesWords(slot)} ${state.words}` : chosenWords(booking)}
      </View>
      <Button id="book" kind="main" disabled={!slot || refused} onPress={book}>
        预约
      </Button>
    </>
  )
}
