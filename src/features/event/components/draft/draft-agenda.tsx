import { Input, View } from '@tarojs/components'
import { sayTime } from '@/domain/time'
import { Remove, Wrong } from '@/features/draft-parts'
import { fieldName } from '@/ui/a11y'
import { TimeOfDay } from '@/features/time-of-day'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { DRAFT_LENGTHS, MAX_AGENDA_ROWS } from './draft-check'
import type { SectionProps } from './section'
import '@/features/draft.scss'

/** What happens when, row by row. */
export function DraftAgenda({ form, problems, set }: SectionProps) {
  const rows = form.agenda
  const put = (at: number, row: Partial<(typeof rows)[number]>) =>
    set({ agenda: rows.map((old, place) => (place === at ? { ...old, ...row } : old)) })
  const add = () => set({ agenda: [...rows, { at: rows.at(-1)?.at ?? sayTime(form.startsAt), title: '' }] })
  return (
    <View>
      <SectionTitle note="选填">议程</SectionTitle>
      <Card>
        {rows.map((row, at) => (
          <View key={at} className="draft__agenda">
            <TimeOfDay
              className="draft__agenda-time"
              label={`第 ${at + 1} 项时间`}
              value={row.at}
              onChange={(time) => put(at, { at: time })}
            />
            <View className="field__box draft__agenda-title">
              <Input
                className="field__input"
                value={row.title}
                placeholder="内容"
                placeholderClass="field__placeholder"
                maxlength={DRAFT_LENGTHS.agendaTitle}
                onInput={(event) => put(at, { title: event.detail.value })}
                {...fieldName(`第 ${at + 1} 项内容`)}
              />
            </View>
            <Remove
              label={`删除第 ${at + 1} 项`}
              onPress={() => set({ agenda: rows.filter((_, place) => place !== at) })}
            />
          </View>
        ))}
        {problems.agenda && <Wrong words={problems.agenda} />}
        <Button icon="plus" disabled={rows.length >= MAX_AGENDA_ROWS} onPress={add}>
          添加一项
        </Button>
      </Card>
    </View>
  )
}
