/** Whose hand a change was: replaced where a record is merged, taken out where it is erased; and by which name they are called. */
import { guidances, guidancesWith, type GuidanceDoc, type MeetingDoc } from './guidances'

interface Person {
  id: string
  /** Kept as it is without one. */
  name?: string
}

/** Everything that names people, with one of them replaced. */
const replaced = (doc: GuidanceDoc, from: string, { id, name }: Person) => {
  const signed = <T extends { by: string; byName: string }>(one: T): T =>
    one.by === from ? { ...one, by: id, byName: name ?? one.byName } : one
  return {
    stageHistory: doc.stageHistory.map(signed),
    items: doc.items.map((item) =>
      item.doneBy === from ? { ...item, doneBy: id, doneByName: name ?? item.doneByName } : item,
    ),
    files: doc.files.map((slot) => ({ ...slot, versions: slot.versions.map(signed) })),
    // The time of a planned meeting stands in the day sheets under their id: it goes with the meeting to who guides next.
    meetings: doc.meetings.map((meeting) =>
      meeting.specialistId === from
        ? {
            ...meeting,
            specialistId: meeting.state === 'planned' ? from : id,
            specialistName: name ?? meeting.specialistName,
          }
        : meeting,
    ),
    looks: doc.looks.map(signed),
    history: doc.history.map((line) => (line.by === from ? { ...line, by: id } : line)),
    people: [...new Set(doc.people.map((one) => (one === from ? id : one)))].filter((one) => one !== ''),
  }
}

/** One document at a time, on the revision that was read; whoever was faster makes it look again. */
export const replacePerson = async (from: string, to: Person): Promise<void> => {
  for (;;) {
    const found = await guidancesWith(from)
    if (found.length === 0) return
    for (const doc of found)
      await guidances.change({ _id: doc._id, rev: doc.rev }, { ...replaced(doc, from, to), rev: doc.rev + 1 })
  }
}

/** Their name as the member record says it now, in meetings ahead. What was done stays under the name of its day. */
export const renameGuide = async (memberId: string, name: string): Promise<void> => {
  const isOld = ({ specialistId, specialistName, state }: MeetingDoc): boolean =>
    specialistId === memberId && specialistName !== name && (state === 'planned' || state === 'unplaced')
  for (;;) {
    const old = (await guidancesWith(memberId)).filter(({ meetings }) => meetings.some(isOld))
    if (old.length === 0) return
    for (const { _id, rev, meetings } of old) {
      const renamed = meetings.map((one) => (isOld(one) ? { ...one, specialistName: name } : one))
      await guidances.change({ _id, rev }, { meetings: renamed, rev: rev + 1 })
    }
  }
}
