import { View } from '@tarojs/components'
import { Remove, Wrong } from '@/features/draft-parts'
import { dayKey } from '@/domain/time'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DateField } from '@/ui/date-time-field'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { LENGTHS, MAX_CLOSURES } from './centre-form'
import type { SectionProps } from './edit-about'
import './edit.scss'

/** Days on which the centre stays closed against its hours. */
export function EditClosures({ form, problems, set }: SectionProps) {
  const rows = form.closures
  const put = (at: number, part: Partial<(typeof rows)[number]>) =>
    set({ closures: rows.map((old, place) => (place === at ? { ...old, ...part } : old)) })
  const add = () => {
    const today = dayKey(Date.now())
    set({ closures: [...rows, { from: today, to: today, reason: '' }] })
  }
  return (
    <View>
      <SectionTitle note="选填">临时闭馆</SectionTitle>
      {rows.map((row, at) => (
        <Card key={at}>
          <View className="centre-edit__row-head">
            <View className="centre-edit__row-name">{`闭馆 ${at + 1}`}</View>
            <Remove
              label={`删除闭馆 ${at + 1}`}
              onPress={() => set({ closures: rows.filter((_, place) => place !== at) })}
            />
          </View>
          <DateField
            label="从哪天"
            value={row.from}
            onChange={(from) => put(at, { from, to: row.to < from ? from : row.to })}
          />
          <DateField label="到哪天" value={row.to} onChange={(to) => put(at, { to })} />
          <TextField
            label="原因"
            maxLength={LENGTHS.reason}
            placeholder="如 国庆假期"
            value={row.reason}
            onChange={(reason) => put(at, { reason })}
          />
        </Card>
      ))}
      {problems.closures && <Wrong words={problems.closures} />}
      <View className="centre-edit__add">
        <Button icon="plus" disabled={rows.length >= MAX_CLOSURES} onPress={add}>
          添加闭馆日期
        </Button>
      </View>
    </View>
  )
}
