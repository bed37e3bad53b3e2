import { useState } from 'react'
import { industryLabels } from '@/domain/enterprise/labels'
import { INDUSTRIES } from '@/domain/enterprise/rules'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import type { ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import { TextField } from '@/ui/text-field'
import { addEnterprise, changeEnterprise } from '../../api'

export type Enterprise = ItemOf<'enterprise.managed'>
type Particulars = Pick<Enterprise, 'name' | 'industry' | 'address'>

const industries = INDUSTRIES.map((value) => ({ value, words: industryLabels[value] }))
const blank: Particulars = { name: '', industry: 'newMaterials', address: '' }

interface EnterpriseFormProps {
  /** The one to change; a new one without it. */
  enterprise?: Enterprise
  onSaved: (words: string) => void
}

/** Takes in an enterprise that was verified, or corrects what is known of one. */
export function EnterpriseForm({ enterprise, onSaved }: EnterpriseFormProps) {
  const { id, rev, name, industry, address } = enterprise ?? { ...blank, id: '', rev: 0 }
  // What was typed belongs to the state that it was typed on.
  const { form, change, requestId, done } = useIntent<Particulars>(`enterprise-${id}-${rev}`, {
    name,
    industry,
    address,
  })
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const save = () => {
    setAsked(true)
    if (!form.name.trim()) return undefined
    return run(async () => {
      if (enterprise) await changeEnterprise({ enterpriseId: id, rev, ...form })
      else await addEnterprise({ requestId, ...form })
      done()
      onSaved(enterprise ? `已保存${form.name.trim()}` : `已添加${form.name.trim()}`)
    })
  }
  return (
    <>
      <TextField
        label="企业名称"
        maxLength={40}
        value={form.name}
        error={asked && !form.name.trim() ? '请填写企业名称' : undefined}
        onChange={(next) => change({ name: next })}
      />
      <Field label="行业">
        <Chips
          label="行业"
          options={industries}
          value={form.industry}
          onChange={(next) => change({ industry: next })}
        />
      </Field>
      <TextField
        label="地址"
        optional
        maxLength={80}
        value={form.address}
        onChange={(next) => change({ address: next })}
      />
      {refused && <Refused error={refused} />}
      <Button kind="main" onPress={save}>
        {enterprise ? '保存' : '添加企业'}
      </Button>
    </>
  )
}
