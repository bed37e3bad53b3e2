import { MAX_PARTY } from '@/domain/centre/rules'
import { Card } from '@/ui/card'
import { Segmented } from '@/ui/segmented'
import { SwitchRow } from '@/ui/switch-row'
import { TextField } from '@/ui/text-field'
import { partyOf, type PartyForm } from './booking'

const KINDS = [
  { value: 'one', words: '我自己' },
  { value: 'group', words: '团体' },
] as const

interface PartyFieldsProps {
  form: PartyForm
  /** Says what is wrong once the person has tried to book. */
  asked: boolean
  onChange: (form: PartyForm) => void
}

/** Who comes: one person or a group, and whether somebody is to guide them. */
export function PartyFields({ form, asked, onChange }: PartyFieldsProps) {
  const set = (part: Partial<PartyForm>) => onChange({ ...form, ...part })
  const wrong = asked && partyOf(form) === null
  return (
    <>
      <Segmented label="谁来参观" options={KINDS} value={form.kind} onChange={(kind) => set({ kind })} />
      {form.kind === 'group' && (
        <Card>
          <TextField
            label="人数"
            kind="number"
            unit="人"
            maxLength={2}
            value={form.size}
            hint={`连您在内，最多 ${MAX_PARTY} 人`}
            error={wrong ? `请填写 1 到 ${MAX_PARTY} 之间的人数` : undefined}
            onChange={(size) => set({ size })}
          />
          <TextField
            label="团体名称"
            optional
            maxLength={30}
            placeholder="如 演示企业参观团"
            value={form.groupName}
            onChange={(groupName) => set({ groupName })}
          />
        </Card>
      )}
      <Card flush>
        <SwitchRow
          title="需要讲解员"
          note="由中心安排人员带队讲解"
          icon="people"
          checked={form.guide}
          onChange={(guide) => set({ guide })}
        />
      </Card>
    </>
  )
}
