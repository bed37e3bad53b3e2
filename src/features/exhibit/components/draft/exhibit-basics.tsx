import { View } from '@tarojs/components'
import { hallLabels, themeLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, themesOf } from '@/domain/exhibit/rules'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { LENGTHS } from './exhibit-check'
import { hasField } from './exhibit-form'
import type { SectionProps } from './section'
import './exhibit-draft.scss'

const halls = HALL_IDS.map((value) => ({ value, words: hallLabels[value] }))

/** Where it belongs: hall and number, date, theme. */
export function ExhibitPlace({ kind, form, problems, set }: SectionProps) {
  const themes = themesOf(kind).map((value) => ({ value, words: themeLabels[value] }))
  if (kind === 'hall') return null
  return (
    <View>
      <SectionTitle>归类</SectionTitle>
      <Card>
        {hasField(kind, 'hallId') && (
          <Field label="所在展厅">
            <Chips
              label="所在展厅"
              options={halls}
              value={form.hallId ?? ''}
              onChange={(hallId) => hallId && set({ hallId })}
            />
          </Field>
        )}
        {hasField(kind, 'number') && (
          <TextField
            kind="number"
            label="编号"
            placeholder={form.hallId ? `例如 ${form.hallId.slice(1)}01` : '例如 101'}
            hint="三位数字，首位是展厅号，印在墙上的码旁边"
            maxLength={3}
            value={form.number}
            error={problems.number}
            onChange={(number) => set({ number })}
          />
        )}
        {hasField(kind, 'date') && (
          <TextField
            label="日期"
            placeholder="1921-07-23"
            hint="写到哪一级就显示到哪一级：1921、1921-07 或 1921-07-23"
            maxLength={10}
            value={form.date}
            error={problems.date}
            onChange={(date) => set({ date })}
          />
        )}
        {hasField(kind, 'theme') && (
          <Field label="主题">
            <Chips
              label="主题"
              options={themes}
              value={form.theme ?? ''}
              onChange={(theme) => theme && set({ theme })}
            />
          </Field>
        )}
      </Card>
    </View>
  )
}

/** What it says. */
export function ExhibitWords({ kind, form, problems, set }: SectionProps) {
  const milestone = kind === 'milestone'
  return (
    <View>
      <SectionTitle>文字</SectionTitle>
      <Card>
        <TextField
          label="标题"
          placeholder={milestone ? '例如：中国共产党第一次全国代表大会召开' : '例如：园区的一天'}
          maxLength={LENGTHS.title}
          value={form.title}
          error={problems.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          kind="lines"
          label="简介"
          placeholder="一两句话，列表里显示，也最先读给听的人"
          maxLength={LENGTHS.summary}
          value={form.summary}
          onChange={(summary) => set({ summary })}
        />
        <View className="exhibit-draft__long">
          <TextField
            kind="lines"
            label="正文"
            optional={milestone}
            placeholder="换行分段"
            maxLength={LENGTHS.text}
            value={form.text}
            onChange={(text) => set({ text })}
          />
        </View>
      </Card>
    </View>
  )
}
