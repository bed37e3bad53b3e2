/** What people are told about, where it leads, and when a phone may ring. Pure; time is an argument. */

/** What a message can be about. The words of each stand in labels.ts; none carries anything confidential. */
export const MESSAGE_KINDS = [
  // to an enterprise's contacts
  'contactConfirmed',
  'contactDeclined',
  'contactRemoved',
  'consultationHandedToYou',
  'slotOffered',
  'meetingSoon',
  'meetingMoved',
  'meetingLost',
  'materialAsked',
  'answerWritten',
  'nextStepSet',
  'ownerChanged',
  'staffLooked',
  'guidanceMoved',
  // to a specialist
  'bookedWithYou',
  'bookingCancelled',
  'bookingMoved',
  'enterpriseReplied',
  'transferAsked',
  'transferAccepted',
  'transferDeclined',
  'closedSolved',
  'closedPartly',
  'closedNotSolved',
  'dueSoon',
  'overdue',
  'onTable',
  // to a team's leader and to staff
  'overdueEscalated',
  'bookingWithoutPerson',
  'contactWaiting',
  'enterpriseWithoutContact',
  // to whoever asked for it
  'documentReady',
  'documentFailed',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** The page that a message leads to; the client maps it to a route. */
export const MESSAGE_PAGES = [
  'consultation',
  'workItem',
  'serviceDay',
  'deskDay',
  'enterprises',
  'deskEnterprises',
  'guidance',
  'documents',
  'none',
] as const
export type MessagePage = (typeof MESSAGE_PAGES)[number]
