import { useEffect, useState } from 'react'
import { CallError } from '@/lib/call-error'
import { now } from '@/lib/clock'
import { readDayToEdit } from '../../../api'
import { useTeam } from '../use-team'
import { copiedForm, newDayForm, type DayForm } from './day-form'

/** A day to begin a new one from; nothing without one. */
function useSource(copyOf: string) {
  const [form, setForm] = useState<DayForm>()
  const [failed, setFailed] = useState<CallError>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!copyOf) return
    readDayToEdit(copyOf).then(
      (day) => setForm(copiedForm(day, now())),
      (error: unknown) => {
        if (!(error instanceof CallError)) throw error
        setFailed(error)
      },
    )
  }, [copyOf, tries])
  const retry = () => {
    setFailed(undefined)
    setTries((count) => count + 1)
  }
  return { form, nobody: false, failed, retry }
}

/** An ordinary day of the team that the person leads; for staff, who lead none, of the first that there is. */
function useOrdinary(ownTeamId: string) {
  const { team } = useTeam(ownTeamId)
  const teamId = ownTeamId || (team.data?.items[0]?.teamId ?? '')
  const nobody = !teamId && team.data !== undefined
  return { form: teamId ? newDayForm(now(), teamId) : undefined, nobody, failed: team.error, retry: team.refresh }
}

/**
 * What a new day begins with: the day that it is a copy of, or an ordinary day of a team.
 *
 * @param copyOf '' when it is no copy
 * @param ownTeamId the team that the person leads; '' for staff
 */
export function useBlankDay(copyOf: string, ownTeamId: string) {
  const source = useSource(copyOf)
  const ordinary = useOrdinary(ownTeamId)
  return copyOf ? source : ordinary
}
