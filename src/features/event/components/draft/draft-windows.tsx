import { View } from '@tarojs/components'
import { saySpan, sayWhen } from '@/domain/time'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DateTimeField } from '@/ui/date-time-field'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { SectionProps } from './section'
import { wallInstant, wallText } from '@/features/wall-clock'

/** Sign-up, cancelling and check-in: said in one line each, and opened to change them. */
export function DraftWindows({ form, problems, set }: SectionProps) {
  const [opened, setOpened] = useState(false)
  const wrong = problems.signUp ?? problems.cancelUntil ?? problems.checkIn
  return (
    <View>
      <SectionTitle note="已按开始时间排好，一般不用改">报名和签到时间</SectionTitle>
      {opened || wrong ? (
        <WindowFields form={form} problems={problems} set={set} />
      ) : (
        <Card flush>
          <ListRow title="报名" note={saySpan(form.signUp.opensAt, form.signUp.closesAt)} />
          <ListRow title="取消截止" note={sayWhen(form.cancelUntil, Date.now())} />
          <ListRow
            title="签到"
            note={saySpan(form.checkIn.opensAt, form.checkIn.closesAt)}
            trailing={
              <Button compact icon="edit" label="修改报名和签到时间" onPress={() => setOpened(true)}>
                修改
              </Button>
            }
          />
        </Card>
      )}
    </View>
  )
}

function WindowFields({ form, problems, set }: Omit<SectionProps, 'change'>) {
  const picked = (put: (instant: number) => void) => (text: string) => {
    const instant = wallInstant(text)
    if (instant !== null) put(instant)
  }
  return (
    <Card>
      <DateTimeField
        label="报名开始"
        value={wallText(form.signUp.opensAt)}
        onChange={picked((opensAt) => set({ signUp: { ...form.signUp, opensAt } }))}
      />
      <DateTimeField
        label="报名截止"
        value={wallText(form.signUp.closesAt)}
        error={problems.signUp}
        onChange={picked((closesAt) => set({ signUp: { ...form.signUp, closesAt } }))}
      />
      <DateTimeField
        label="取消截止"
        hint="过了这个时间，报名的人不能再自己取消"
        value={wallText(form.cancelUntil)}
        error={problems.cancelUntil}
        onChange={picked((cancelUntil) => set({ cancelUntil }))}
      />
      <DateTimeField
        label="签到开始"
        value={wallText(form.checkIn.opensAt)}
        onChange={picked((opensAt) => set({ checkIn: { ...form.checkIn, opensAt } }))}
      />
      <DateTimeField
        label="签到结束"
        value={wallText(form.checkIn.closesAt)}
        error={problems.checkIn}
        onChange={picked((closesAt) => set({ checkIn: { ...form.checkIn, closesAt } }))}
      />
    </Card>
  )
}
