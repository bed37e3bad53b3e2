import { View } from '@tarojs/components'
import { useState } from 'react'
import { consentTexts } from '@/domain/member/labels'
import { CONSENT_PURPOSES } from '@/domain/member/rules'
import { BranchPicker } from '@/features/branch-picker'
import { Checks } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { TextField } from '@/ui/text-field'
import type { BindErrors, BindForm } from './bind-form'
import './bind-fields.scss'

interface BindFieldsProps {
  form: BindForm
  errors: BindErrors
  onChange: (part: Partial<BindForm>) => void
}

const consentOptions = (withPhone: boolean) =>
  CONSENT_PURPOSES.filter((purpose) => purpose === 'attendance' || withPhone).map((purpose) => ({
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

/** Name, branch, phone if they like, and what they agree to. */
export function BindFields({ form, errors, onChange }: BindFieldsProps) {
  const [picking, setPicking] = useState(false)
  return (
    <View>
      <TextField
        label="姓名"
        value={form.name}
        onChange={(name) => onChange({ name })}
        placeholder="与支部名册一致"
        maxLength={20}
        error={errors.name}
      />
      <BranchField branch={form.branch} error={errors.branch} onOpen={() => setPicking(true)} />
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
      <Checks
        label="我同意"
        options={consentOptions(form.phone.trim() !== '')}
        value={form.consents}
        onChange={(consents) => onChange({ consents })}
        error={errors.consents}
      />
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
    </View>
  )
}
