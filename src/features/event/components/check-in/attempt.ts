import type { OutputFor } from '@/domain/contracts'
import type { Progress } from '@/features/use-code-try'

/** What the person holds up to the server: a scanned text, or what they typed for an event. `eventId` is where they came from. */
export type Attempt = { code: string; eventId?: string } | { digits: string; eventId: string }

export type CheckInProgress = Progress<Attempt, OutputFor<'event.checkIn'>>
