import type { OutputFor } from '@/domain/contracts'
import { useCall } from '@/lib/use-call'

export type Specialist = OutputFor<'service.team'>['items'][number]

/** A team's people, those who take part in its work; without a team those of all that the person reaches. */
export function useTeam(teamId: string) {
  const team = useCall('service.team', teamId ? { teamId } : {})
  return { team, people: (team.data?.items ?? []).filter(({ active }) => active) }
}
