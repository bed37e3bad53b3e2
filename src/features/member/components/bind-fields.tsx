import { View } from '@tarojs/components'
import { useState } from 'react'
import { consentTexts } from '@/domain/member/labels'
import { CONSENT_PURPOSES } from '@/domain/member/rules'
import { BranchPicker } from '@/features/branch-picker'
import { Card } from '@/ui/card'
import { Checks } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { Pressable } from '@/ui/pressable'
import { TextField } from '@/ui/text-field'
import type { BindErrors, BindForm } from './bind-form'
import './bind-fields.scss'

interface BindFieldsProps {
  form: BindForm
  errors: BindErrors
  /** Name and branch are confirmed: shown, not asked. */
  locked: boolean
  onChange: (part: Partial<BindForm>) => void
}

/** What is still to be agreed to: the record's once, the phone's with a number. */
const consentOptions = (withPhone: boolean, locked: boolean) =>
  CONSENT_PURPOSES.filter((purpose) => (purpose === 'attendance' ? !locked : withPhone)).map((purpose) => ({
    value: purpose,
    words: consentTexts[purpose].title,
    note: consentTexts[purpose].body,
  }))

function BranchField({ branch, error, onOpen }: { branch: BindForm['branch']; error?: string; onOpen: () => void }) {
  return (
    <Field label="所在支部" error={error}>
      <Pressable
        className="field__box bind-fields__branch"
        label={`所在支部：${branch?.name ?? '请选择'}`}
        onPress={onOpen}
      >
        <View className={branch ? 'bind-fields__name' : 'bind-fields__none'}>{branch?.name ?? '请选择'}</View>
        <Icon name="right" size="small" />
      </Pressable>
    </Field>
  )
}

function Confirmed({ form }: { form: BindForm }) {
  return (
    <View className="bind-fields__confirmed">
      <Card flush>
        <ListRow icon="person" title={form.name} />
        <ListRow icon="flag" title={form.branch?.name ?? ''} />
      </Card>
      <Notice>姓名和支部已由支部确认，需要更正请联系支部书记</Notice>
    </View>
  )
}

function Who({ form, errors, onChange }: Omit<BindFieldsProps, 'locked'>) {
  const [picking, setPicking] = useState(false)
  return (
    <>
      <TextField
        label="姓名"
        value={form.name}
        onChange={(name) => onChange({ name })}
        placeholder="与支部名册一致"
        maxLength={20}
        error={errors.name}
      />
      <BranchField branch={form.branch} error={errors.branch} onOpen={() => setPicking(true)} />
      {picking && (
        <BranchPicker
          title="选择所在支部"
          onPick={(branch) => {
            if (branch) onChange({ branch: { id: branch.id, name: branch.name } })
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}

/** Name, branch, phone if they like, and what they agree to. */
export function BindFields({ form, errors, locked, onChange }: BindFieldsProps) {
  const consents = consentOptions(form.phone.trim() !== '', locked)
  return (
    <View>
      {locked ? <Confirmed form={form} /> : <Who form={form} errors={errors} onChange={onChange} />}
      <TextField
        kind="phone"
        label="手机号"
        optional
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        maxLength={11}
        hint="只在活动改期或取消、需要联系您时使用"
        error={errors.phone}
      />
      {consents.length > 0 && (
        <Checks
          label="我同意"
          options={consents}
          value={form.consents}
          onChange={(given) => onChange({ consents: given })}
          error={errors.consents}
        />
      )}
    </View>
  )
}
