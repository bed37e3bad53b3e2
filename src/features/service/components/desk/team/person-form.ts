import type { InputFor } from '@/domain/contracts'
import type { Topic } from '@/domain/service/rules'
import type { Specialist } from '../use-team'

/** Somebody of the team as a leader writes them down. */
export interface PersonForm {
  title: string
  intro: string
  topics: Topic[]
  conflicts: { id: string; name: string }[]
  active: boolean
}

/** Whom it is about; `rev` 0 for somebody who is not in the team's list yet. */
export interface Person {
  id: string
  name: string
  teamId: string
  rev: number
  form: PersonForm
}

export const MAX_CONFLICTS = 10

export const personOf = ({ id, name, teamId, rev, title, intro, topics, conflicts, active }: Specialist): Person => ({
  id,
  name,
  teamId,
  rev,
  form: { title, intro, topics, conflicts, active },
})

/** Somebody who holds the role, and of whom nothing has been written down. */
export const freshPerson = (id: string, name: string, teamId: string): Person => ({
  id,
  name,
  teamId,
  rev: 0,
  form: { title: '', intro: '', topics: [], conflicts: [], active: true },
})

export const inputOf = ({ id, teamId, rev }: Person, form: PersonForm): InputFor<'service.saveSpecialist'> => ({
  memberId: id,
  teamId,
  rev,
  title: form.title.trim(),
  intro: form.intro.trim(),
  topics: form.topics,
  conflicts: form.conflicts.map((enterprise) => enterprise.id),
  active: form.active,
})

export const personProblems = ({ title, topics }: PersonForm): { title?: string; topics?: string } => ({
  ...(title.trim() ? {} : { title: '请填写身份，例如“税务志愿者”' }),
  ...(topics.length > 0 ? {} : { topics: '请至少选择一个熟悉的主题' }),
})
