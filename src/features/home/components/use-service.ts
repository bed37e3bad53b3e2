import { SERVICE_ROLES } from '@/domain/home/rules'
import type { OutputFor } from '@/domain/contracts'
import { useSession } from '@/lib/session'
import { useCall, type Question } from '@/lib/use-call'

export type ServiceAnswer = OutputFor<'home.service'>
export type Service = Question<'home.service'> & {
  /** Whether the person has a part in the chain service at all. */
  concerned: boolean
}

/** What of the chain service concerns the person, beside the rest of the page; asked only by who has a part in it. */
export function useService(): Service {
  const { grants } = useSession()
  const concerned = grants.some(({ role }) => SERVICE_ROLES.includes(role))
  return { ...useCall('home.service', {}, { keep: true, skip: !concerned }), concerned }
}
