import { useEffect, useState } from 'react'
import { errorWords } from '@/features/call-state'
import { CallError } from '@/lib/call-error'
import { noticeMe, useSession, type Session } from '@/lib/session'
import { forget, keep, kept } from '@/lib/storage'
import { bind, correct } from '../api'
import { bindErrors, consentsFor, isOpen, type BindForm } from './bind-form'

const DRAFT = 'bind-form'
const EMPTY: BindForm = { name: '', branch: undefined, phone: '', consents: [] }

const isForm = (value: unknown): value is BindForm =>
  typeof value === 'object' && value !== null && 'name' in value && 'consents' in value && Array.isArray(value.consents)

const drafted = (): BindForm => {
  const draft = kept(DRAFT)
  return isForm(draft) ? { ...EMPTY, ...draft } : EMPTY
}

const fromMember = ({ name, phone, branch }: NonNullable<Session['member']>): BindForm => ({
  name,
  phone,
  branch: { id: branch.id, name: branch.name },
  consents: phone ? ['attendance', 'phone'] : ['attendance'],
})

/** Binding for the first time, or correcting what the branch has not confirmed. What was typed survives leaving the page. */
export function useBind() {
  const { member } = useSession()
  const [form, setForm] = useState<BindForm>(drafted)
  const [touched, setTouched] = useState(false)
  const [problem, setProblem] = useState<string>()
  const memberId = member?.id
  /** Confirmed: name and branch are the branch's to change. */
  const locked = member !== null && !isOpen(member.state)

  useEffect(() => {
    if (member && kept(DRAFT) === undefined) setForm(fromMember(member))
    // Only when another record arrives: what is being typed must not be overwritten by a refresh.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [memberId])

  const change = (part: Partial<BindForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    setProblem(undefined)
    keep(DRAFT, next)
  }

  /** True when the server has taken it. */
  const submit = async (): Promise<boolean> => {
    setTouched(true)
    if (Object.keys(bindErrors(form)).length > 0 || !form.branch) return false
    const contact = { phone: form.phone.trim(), consents: consentsFor(form) }
    const who = { name: form.name.trim(), branchId: form.branch.id }
    try {
      noticeMe(await (member ? correct({ ...(locked ? {} : who), ...contact }) : bind({ ...who, ...contact })))
      forget(DRAFT)
      return true
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setProblem(errorWords(error))
      return false
    }
  }
  return { form, change, submit, problem, member, locked, errors: touched ? bindErrors(form) : {} }
}
