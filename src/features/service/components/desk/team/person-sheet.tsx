import { View } from '@tarojs/components'
import { useState } from 'react'
import { topicLabels } from '@/domain/service/labels'
import { TOPICS } from '@/domain/service/rules'
import { Remove } from '@/features/draft-parts'
import { Refused } from '@/features/desk-state'
import { EnterprisePicker } from '@/features/enterprise-picker'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Checks } from '@/ui/choice'
import { Field } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { SwitchRow } from '@/ui/switch-row'
import { TextField } from '@/ui/text-field'
import { saveSpecialist } from '../../../api'
import { inputOf, MAX_CONFLICTS, personProblems, type Person, type PersonForm } from './person-form'

const topics = TOPICS.map((value) => ({ value, words: topicLabels[value] }))

interface PersonSheetProps {
  person: Person
  onClose: () => void
  onSaved: (name: string) => void
}

/** What somebody of the team is called, knows, and must not advise. */
export function PersonSheet({ person, onClose, onSaved }: PersonSheetProps) {
  const intent = useIntent<PersonForm>(`service-person-${person.id}-${person.rev}`, person.form)
  const [asked, setAsked] = useState(false)
  const [picking, setPicking] = useState(false)
  const [refused, run] = useRefusable()
  const { form, change } = intent
  const save = () => {
    setAsked(true)
    if (Object.keys(personProblems(form)).length > 0) return undefined
    return run(async () => {
      await saveSpecialist(inputOf(person, form))
      intent.done()
      onSaved(person.name)
    })
  }
  if (picking) {
    return (
      <EnterprisePicker
        title="需要回避的企业"
        chosen={form.conflicts.map(({ id }) => id)}
        onPick={({ id, name }) => {
          change({ conflicts: [...form.conflicts, { id, name }] })
          setPicking(false)
        }}
        onClose={() => setPicking(false)}
      />
    )
  }
  return (
    <Sheet
      title={person.name}
      onClose={onClose}
      action={
        <Button kind="main" onPress={save}>
          保存
        </Button>
      }
    >
      <PersonFields form={form} problems={asked ? personProblems(form) : {}} change={change} />
      <Conflicts form={form} change={change} onAdd={() => setPicking(true)} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

interface FieldsProps {
  form: PersonForm
  problems: ReturnType<typeof personProblems>
  change: (part: Partial<PersonForm>) => void
}

function PersonFields({ form, problems, change }: FieldsProps) {
  return (
    <>
      <TextField
        label="身份"
        placeholder="例如：税务志愿者"
        maxLength={20}
        value={form.title}
        error={problems.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        kind="lines"
        label="简介"
        optional
        hint="企业预约时看得到"
        maxLength={120}
        value={form.intro}
        onChange={(intro) => change({ intro })}
      />
      <Checks
        label="熟悉的主题"
        options={topics}
        value={form.topics}
        error={problems.topics}
        onChange={(chosen) => change({ topics: chosen })}
      />
      <Card flush>
        <SwitchRow
          title="参加服务"
          note="关闭后不再安排服务日，也不会被推荐"
          checked={form.active}
          onChange={(active) => change({ active })}
        />
      </Card>
    </>
  )
}

interface ConflictsProps {
  form: PersonForm
  change: (part: Partial<PersonForm>) => void
  onAdd: () => void
}

/** Enterprises that they must not advise, such as their employer. */
function Conflicts({ form: { conflicts }, change, onAdd }: ConflictsProps) {
  return (
    <Field label="需要回避的企业" optional hint="例如本人任职或有亲属关系的企业">
      {conflicts.map((enterprise) => (
        <ListRow
          key={enterprise.id}
          title={enterprise.name}
          trailing={
            <Remove
              label={`移除${enterprise.name}`}
              onPress={() => change({ conflicts: conflicts.filter(({ id }) => id !== enterprise.id) })}
            />
          }
        />
      ))}
      <View>
        <Button icon="plus" disabled={conflicts.length >= MAX_CONFLICTS} onPress={onAdd}>
          添加企业
        </Button>
      </View>
    </Field>
  )
}
