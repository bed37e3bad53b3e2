/** The time of both sides that a meeting takes in the day sheets. */
import { releaseMeeting, reserveMeeting } from '../../service/public'
import { meetingKey } from './facts'
import type { MeetingDoc } from './guidances'

type Of = { _id: string; enterpriseId: string }

const timesOf = ({ _id, enterpriseId }: Of, meeting: MeetingDoc) => ({
  key: meetingKey(_id, meeting),
  specialistId: meeting.specialistId,
  enterpriseId,
  from: meeting.startsAt,
})

/** Who is taken at that time, and since when. */
export interface Busy {
  who: 'specialist' | 'enterprise'
  at: Date
}

/**
 * Takes the time of both under a key of this call's own, once however often the change is decided anew; what was taken
 * for nothing goes back, by this call or, when it died, by the timer.
 */
export class Reservation {
  private taken: ReturnType<typeof timesOf> | null = null

  /** @returns null when it is taken now */
  async take(of: Of, meeting: MeetingDoc): Promise<Busy | null> {
    const wanted = timesOf(of, meeting)
    if (this.taken?.specialistId === wanted.specialistId) return null
    await this.giveBack()
    const answer = await reserveMeeting({ ...wanted, to: meeting.endsAt })
    if (!answer.ok) return { who: answer.busy, at: answer.at }
    this.taken = wanted
    return null
  }

  async giveBack(): Promise<void> {
    const { taken } = this
    this.taken = null
    if (taken) await releaseMeeting(taken.key, taken)
  }
}
