import { View } from '@tarojs/components'
import { figureKindLabels } from '@/domain/exhibit/labels'
import { FIGURE_KINDS, type FigureKind } from '@/domain/media'
import { Remove, Wrong } from '@/features/draft-parts'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { SectionTitle } from '@/ui/section-title'
import { Segmented } from '@/ui/segmented'
import { TextField } from '@/ui/text-field'
import { LENGTHS, MAX_FIGURE_ITEMS } from './exhibit-check'
import type { FormFigure } from './exhibit-form'
import type { SectionProps } from './section'
import './exhibit-draft.scss'

const kinds = FIGURE_KINDS.map((value) => ({ value, words: figureKindLabels[value] }))
const hints: Record<FigureKind, string> = {
  number: '一两个最要紧的数字，写得很大',
  bars: '几项数字比大小',
  steps: '先后有序的几步，数值是第几步',
}
const EMPTY = { label: '', value: '', note: '' }
const BLANK: FormFigure = { kind: 'number', title: '', unit: '', items: [EMPTY], source: '' }

type Item = FormFigure['items'][number]

/** Where an exhibit is about numbers: the numbers, and where they come from. */
export function FigureFields({ form, problems, set }: SectionProps) {
  const { figure } = form
  return (
    <View>
      <SectionTitle note="选填">图表</SectionTitle>
      <Card>
        {figure ? (
          <FigureForm
            figure={figure}
            problem={problems.figure}
            onPut={(values) => set({ figure: { ...figure, ...values } })}
            onDrop={() => set({ figure: null })}
          />
        ) : (
          <Button icon="growth" onPress={() => set({ figure: BLANK })}>
            添加数字或图表
          </Button>
        )}
      </Card>
    </View>
  )
}

interface FigureFormProps {
  figure: FormFigure
  problem: string | undefined
  onPut: (values: Partial<FormFigure>) => void
  onDrop: () => void
}

function FigureForm({ figure, problem, onPut, onDrop }: FigureFormProps) {
  return (
    <>
      <Field label="样式" hint={hints[figure.kind]}>
        <Segmented label="样式" options={kinds} value={figure.kind} onChange={(kind) => onPut({ kind })} />
      </Field>
      <TextField
        label="图表标题"
        maxLength={LENGTHS.figureTitle}
        value={figure.title}
        onChange={(title) => onPut({ title })}
      />
      <TextField
        label="单位"
        optional
        placeholder="人、家、平方米"
        maxLength={LENGTHS.figureUnit}
        value={figure.unit}
        onChange={(unit) => onPut({ unit })}
      />
      <FigureItems figure={figure} onItems={(items) => onPut({ items })} />
      {problem && <Wrong words={problem} />}
      <TextField
        label="数据来源"
        optional
        placeholder="例如：园区 2025 年公开报告"
        maxLength={LENGTHS.figureSource}
        value={figure.source}
        onChange={(source) => onPut({ source })}
      />
      <Button icon="trash" onPress={onDrop}>
        删除图表
      </Button>
    </>
  )
}

function FigureItems({ figure, onItems }: { figure: FormFigure; onItems: (items: Item[]) => void }) {
  const { items, kind } = figure
  const next: Item = kind === 'steps' ? { ...EMPTY, value: String(items.length + 1) } : EMPTY
  return (
    <>
      {items.map((item, at) => (
        <FigureItem
          key={at}
          item={item}
          at={at}
          onPut={(values) => onItems(items.map((one, place) => (place === at ? { ...one, ...values } : one)))}
          onDrop={() => onItems(items.filter((_, place) => place !== at))}
        />
      ))}
      <View className="exhibit-draft__file">
        <Button icon="plus" disabled={items.length >= MAX_FIGURE_ITEMS} onPress={() => onItems([...items, next])}>
          加一项
        </Button>
      </View>
    </>
  )
}

interface FigureItemProps {
  item: Item
  at: number
  onPut: (values: Partial<Item>) => void
  onDrop: () => void
}

function FigureItem({ item, at, onPut, onDrop }: FigureItemProps) {
  const name = `第 ${at + 1} 项`
  return (
    <View className="exhibit-draft__item">
      <View className="exhibit-draft__item-head">
        <View className="exhibit-draft__name">{name}</View>
        <Remove label={`删除${name}`} onPress={onDrop} />
      </View>
      <TextField
        label={`${name}名称`}
        maxLength={LENGTHS.figureLabel}
        value={item.label}
        onChange={(label) => onPut({ label })}
      />
      <TextField label={`${name}数值`} maxLength={16} value={item.value} onChange={(value) => onPut({ value })} />
      <TextField
        label={`${name}说明`}
        optional
        maxLength={LENGTHS.figureNote}
        value={item.note}
        onChange={(note) => onPut({ note })}
      />
    </View>
  )
}
