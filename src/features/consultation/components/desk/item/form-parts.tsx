import { View } from '@tarojs/components'
import { Field } from '@/ui/field'
import { Pressable } from '@/ui/pressable'
import { Chips } from '@/ui/segmented'
import { DUE_DAYS, type Template } from './templates'
import './form-parts.scss'

interface TemplatesProps {
  templates: readonly Template[]
  onPick: (template: Template) => void
}

/** Words to begin with, one tap each. */
export function Templates({ templates, onPick }: TemplatesProps) {
  return (
    <View className="item-form__templates">
      {templates.map((template) => (
        <Pressable
          key={template.name}
          className="item-form__template"
          label={`套用：${template.name}`}
          onPress={() => onPick(template)}
        >
          <View className="item-form__template-words">{template.name}</View>
        </Pressable>
      ))}
    </View>
  )
}

interface DueFieldProps {
  label: string
  value: number
  onChange: (days: number) => void
}

/** Within how many working days; the date follows from the calendar of working days. */
export function DueField({ label, value, onChange }: DueFieldProps) {
  const days = (DUE_DAYS as readonly number[]).includes(value) ? DUE_DAYS : [...DUE_DAYS, value].sort((a, b) => a - b)
  return (
    <Field label={label} hint="按工作日算，节假日和周末不计；企业会看到日期">
      <Chips
        label={label}
        options={days.map((count) => ({ value: String(count), words: `${count} 个工作日` }))}
        value={String(value)}
        onChange={(next) => onChange(Number(next))}
      />
    </Field>
  )
}
