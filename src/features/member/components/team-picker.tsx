import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { CallFailed } from '@/features/desk-state'
import { useCall } from '@/lib/use-call'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { TextField } from '@/ui/text-field'

type Team = OutputFor<'service.team'>['teams'][number]

/** Every team there is, by name: staff reach them all. */
export const useTeams = (skip = false) => useCall('service.team', {}, { keep: true, skip })

/** What a team is called; one that nobody has named goes by its number. */
export const teamWords = (teams: readonly Team[] | undefined, id: string): string =>
  teams?.find((team) => team.id === id)?.name || `小分队 ${id}`

/** The choice of a team that is not there yet: no number has a blank in it. */
const ANOTHER = 'a new one'

interface TeamPickerProps {
  /** Its number; '' while none is chosen. */
  value: string
  onChange: (teamId: string) => void
}

/** One team of those there are, or the number of a new one. */
export function TeamPicker({ value, onChange }: TeamPickerProps) {
  const { data, error, refresh } = useTeams()
  const [another, setAnother] = useState(false)
  if (!data) return error ? <CallFailed error={error} onRetry={refresh} /> : <Skeleton shape="lines" />
  const known = data.teams.map(({ id }) => ({ value: id, words: teamWords(data.teams, id) }))
  const isNew = another || known.length === 0
  const choose = (id: string) => {
    setAnother(id === ANOTHER)
    onChange(id === ANOTHER ? '' : id)
  }
  return (
    <>
      {known.length > 0 && (
        <Field label="小分队">
          <Chips
            label="小分队"
            options={[...known, { value: ANOTHER, words: '新的小分队' }]}
            value={isNew ? ANOTHER : value}
            onChange={choose}
          />
        </Field>
      )}
      {isNew && (
        <TextField
          label="小分队编号"
          maxLength={64}
          hint="自己定一个编号，例如 team-02；名称由队长在“小分队队员”里填写"
          value={value}
          onChange={onChange}
        />
      )}
    </>
  )
}
