import type { ConsentPurpose, MemberState } from '@/domain/member/rules'
import { missingConsents } from '@/domain/member/rules'
import type { Branch } from '@/features/branch-picker'

/** What a person types to bind, kept while they look elsewhere. */
export interface BindForm {
  name: string
  branch: Pick<Branch, 'id' | 'name'> | undefined
  phone: string
  consents: ConsentPurpose[]
}

export type BindErrors = Partial<Record<'name' | 'branch' | 'phone' | 'consents', string>>

const MOBILE = /^1[3-9]\d{9}$/

/** Only the consent for a phone that is there. */
export const consentsFor = (form: BindForm): ConsentPurpose[] =>
  form.consents.filter((purpose) => purpose !== 'phone' || form.phone.trim() !== '')

/** What keeps the form from being sent, each beside its field. */
export function bindErrors(form: BindForm): BindErrors {
  const phone = form.phone.trim()
  const missing = missingConsents(form.consents, phone)
  return {
    ...(form.name.trim() === '' && { name: '请填写姓名' }),
    ...(!form.branch && { branch: '请选择所在支部' }),
    ...(phone !== '' && !MOBILE.test(phone) && { phone: '请填写 11 位手机号，或留空' }),
    ...(missing.length > 0 && {
      consents: missing.includes('attendance')
        ? '同意用姓名和支部记录参加活动后，才能绑定'
        : '填了手机号，请同意用它联系您，或把手机号留空',
    }),
  }
}

/** Whether the branch has still to look at the record, so that name and branch can be corrected by hand. */
export const isOpen = (state: MemberState): boolean => state === 'unconfirmed' || state === 'declined'
