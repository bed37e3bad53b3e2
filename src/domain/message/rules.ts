/** What people are told about, where it leads, and when a phone may ring. Pure; time is an argument. */
import { DAY, HOUR, isNight } from '../time'

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
  'timesOpened',
  'meetingMissed',
  'materialAsked',
  'answerWritten',
  'wordAwaited',
  'materialAwaited',
  'slotAwaited',
  'closingAnnounced',
  'closedUnanswered',
  'nextStepSet',
  'ownerChanged',
  'staffLooked',
  'guidanceMoved',
  'guidancePlanned',
  'guidanceDue',
  'meetingUnplaced',
  // to a specialist
  'bookedWithYou',
  'guidanceAsked',
  'bookingCancelled',
  'bookingMoved',
  'enterpriseReplied',
  'transferAsked',
  'transferAccepted',
  'transferDeclined',
  'transferWithdrawn',
  'transferLapsed',
  'closedSolved',
  'closedPartly',
  'closedNotSolved',
  'dueSoon',
  'overdue',
  'enterpriseSilent',
  'mayCloseUnanswered',
  'reopened',
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
  'deskGuidance',
  'documents',
  'none',
] as const
export type MessagePage = (typeof MESSAGE_PAGES)[number]

/** Names of an enterprise and of a person, and a topic, as people read them: never an id or a code. Instants in milliseconds. */
interface Enterprise {
  enterprise: string
}
interface Topic {
  /** The topic's words, such as `税务` */
  topic: string
}
interface Person {
  /** Who it is about, not who reads it. */
  person: string
}
interface Meeting {
  /** When it begins. */
  at: number
  place: string
}
interface Waited {
  /** For so many working days. */
  days: number
}
interface Due {
  /** By when something is to be done. */
  due: number
}

/**
 * What the words of each kind need. Nothing confidential ever stands here: no question, no answer, no outcome, no file's
 * name, nothing that an enterprise or a specialist wrote.
 */
export interface MessageParams {
  contactConfirmed: Enterprise
  contactDeclined: Enterprise
  contactRemoved: Enterprise
  /** `person` handed it over. */
  consultationHandedToYou: Enterprise & Topic & Person
  /** A slot that became free is kept for the reader until `until`. */
  slotOffered: Topic & Meeting & { until: number }
  meetingSoon: Topic & Meeting
  /** `at` and `place` are the new ones. */
  meetingMoved: Topic & Meeting
  /** The meeting that was to be at `at` cannot be held, and no other could be found. */
  meetingLost: Topic & { at: number }
  /** Where a lost meeting can be held after all: a service day that begins at `at`. */
  timesOpened: Topic & Meeting
  /** Nobody came to the meeting that was to be at `at`. */
  meetingMissed: Topic & { at: number }
  /** `person` asks for it. */
  materialAsked: Topic & Person
  answerWritten: Topic & Person
  /** `person` waits for the reader's word on an answer. */
  wordAwaited: Topic & Person & Waited
  /** `person` waits for what they asked for. */
  materialAwaited: Topic & Person & Waited
  /** The meeting lost its slot: `person` waits for another to be chosen. */
  slotAwaited: Topic & Person & Waited
  /** `person` waits; without an answer until `until` it may be closed. */
  closingAnnounced: Topic & Person & Waited & { until: number }
  /** It was closed because nobody answered, and can be opened again until `until`. */
  closedUnanswered: Topic & { until: number }
  nextStepSet: Topic & Due
  /** `person` takes care of it now. */
  ownerChanged: Topic & Person
  /** `person` of the staff looked at what is confidential, with a reason that stands in the consultation. */
  staffLooked: Topic & Person
  /** `stage` is the words of the stage it has come to. */
  guidanceMoved: Topic & { stage: string }
  guidancePlanned: Topic & Meeting
  /** Something on the reader's side of the checklist comes due. */
  guidanceDue: Enterprise & Topic & Due
  /** The meeting that was to be at `at` waits for another time: somebody else guides now. Both sides are told. */
  meetingUnplaced: Topic & { at: number }
  bookedWithYou: Enterprise & Topic & Meeting
  /** An enterprise asks to be guided, and the reader is to do it. */
  guidanceAsked: Enterprise & Topic
  bookingCancelled: Enterprise & Topic & { at: number }
  bookingMoved: Enterprise & Topic & Meeting
  enterpriseReplied: Enterprise & Topic
  /** `person` asks the reader to take it over. */
  transferAsked: Enterprise & Topic & Person
  /** `person` has taken it over. */
  transferAccepted: Enterprise & Topic & Person
  transferDeclined: Enterprise & Topic & Person
  /** `person` asks nobody to take it over any more. */
  transferWithdrawn: Enterprise & Topic & Person
  /** `person` was asked and did not answer in time. */
  transferLapsed: Enterprise & Topic & Person
  closedSolved: Enterprise & Topic
  closedPartly: Enterprise & Topic
  closedNotSolved: Enterprise & Topic
  dueSoon: Enterprise & Topic & Due
  overdue: Enterprise & Topic & Due
  /** Reminded twice, the enterprise has not answered. `person` is responsible. */
  enterpriseSilent: Enterprise & Topic & Person & Waited
  mayCloseUnanswered: Enterprise & Topic & Person & Waited
  /** By the enterprise, after it was closed because nobody answered. */
  reopened: Enterprise & Topic
  /** The reader sits at a table of a service day that begins at `at`. */
  onTable: Meeting
  /** `person` has not done it. */
  overdueEscalated: Enterprise & Topic & Person & Due
  bookingWithoutPerson: Enterprise & Topic & { at: number }
  /** `person` asks to be confirmed as the enterprise's contact. */
  contactWaiting: Enterprise & Person
  enterpriseWithoutContact: Enterprise
  /** `document` is what kind of document it is, such as `预约明细`; not its file's name. */
  documentReady: { document: string }
  documentFailed: { document: string }
}

/** Where a message leads: the page and the id that it opens. */
export interface MessageAbout {
  page: MessagePage
  id: string
}

/** A thing to tell to one person. */
interface NoticeOf<K extends MessageKind> {
  /** The natural key: id of the fact and of the recipient. Telling twice under one key writes one message. */
  key: string
  /** Member id of the recipient. */
  to: string
  kind: K
  params: MessageParams[K]
  about: MessageAbout
  /** Of several matters about one thing none hides another: two slots of one day, each kept for the reader. */
  matter?: string
  /** When it happened. */
  at: Date
}
export type Notice = { [K in MessageKind]: NoticeOf<K> }[MessageKind]

/** What WeChat's subscribe messages are asked for and sent by; the ids come from the environment. */
export const MESSAGE_TEMPLATES = ['reminder', 'progress', 'todo'] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

/**
 * Kinds of one group say the newest of one matter: of two unread ones about the same thing the older is folded away.
 * What asks for something stands in a group of its own, so that no other news hides it.
 */
type Group =
  | 'contact'
  | 'hand'
  | 'offer'
  | 'meeting'
  | 'ask'
  | 'answer'
  | 'owner'
  | 'look'
  | 'transfer'
  | 'end'
  | 'due'
  | 'document'

/** The group of each kind, and the template that it goes out by; without one it stands in the inbox alone. */
export const MESSAGE_TRAITS: Record<MessageKind, { group: Group; template: MessageTemplate | null }> = {
  contactConfirmed: { group: 'contact', template: 'progress' },
  contactDeclined: { group: 'contact', template: 'progress' },
  contactRemoved: { group: 'contact', template: null },
  consultationHandedToYou: { group: 'hand', template: 'todo' },
  slotOffered: { group: 'offer', template: 'reminder' },
  meetingSoon: { group: 'meeting', template: 'reminder' },
  meetingMoved: { group: 'meeting', template: 'reminder' },
  meetingLost: { group: 'meeting', template: 'reminder' },
  timesOpened: { group: 'meeting', template: 'reminder' },
  meetingMissed: { group: 'meeting', template: 'reminder' },
  materialAsked: { group: 'ask', template: 'todo' },
  answerWritten: { group: 'answer', template: 'progress' },
  wordAwaited: { group: 'ask', template: 'todo' },
  materialAwaited: { group: 'ask', template: 'todo' },
  slotAwaited: { group: 'ask', template: 'todo' },
  closingAnnounced: { group: 'ask', template: 'todo' },
  closedUnanswered: { group: 'ask', template: 'progress' },
  nextStepSet: { group: 'answer', template: 'progress' },
  ownerChanged: { group: 'owner', template: 'progress' },
  staffLooked: { group: 'look', template: null },
  guidanceMoved: { group: 'answer', template: 'progress' },
  guidancePlanned: { group: 'meeting', template: 'reminder' },
  guidanceDue: { group: 'due', template: 'todo' },
  meetingUnplaced: { group: 'meeting', template: 'reminder' },
  bookedWithYou: { group: 'meeting', template: 'reminder' },
  guidanceAsked: { group: 'ask', template: 'todo' },
  bookingCancelled: { group: 'meeting', template: 'reminder' },
  bookingMoved: { group: 'meeting', template: 'reminder' },
  enterpriseReplied: { group: 'answer', template: 'progress' },
  transferAsked: { group: 'ask', template: 'todo' },
  transferAccepted: { group: 'transfer', template: 'progress' },
  transferDeclined: { group: 'transfer', template: 'todo' },
  // Of the group of the asking, which they fold away.
  transferWithdrawn: { group: 'ask', template: null },
  transferLapsed: { group: 'ask', template: 'todo' },
  closedSolved: { group: 'end', template: null },
  closedPartly: { group: 'end', template: 'progress' },
  closedNotSolved: { group: 'end', template: 'todo' },
  dueSoon: { group: 'due', template: 'todo' },
  overdue: { group: 'due', template: 'todo' },
  enterpriseSilent: { group: 'due', template: 'todo' },
  mayCloseUnanswered: { group: 'due', template: 'todo' },
  reopened: { group: 'end', template: 'todo' },
  onTable: { group: 'meeting', template: 'reminder' },
  overdueEscalated: { group: 'due', template: 'todo' },
  bookingWithoutPerson: { group: 'meeting', template: 'todo' },
  contactWaiting: { group: 'ask', template: 'todo' },
  enterpriseWithoutContact: { group: 'contact', template: 'todo' },
  documentReady: { group: 'document', template: null },
  documentFailed: { group: 'document', template: null },
}

/** What a message is about, as far as folding goes. Things without an id of their own are told apart by their matter alone. */
export const subjectOf = ({ kind, about, matter }: Pick<Notice, 'kind' | 'about' | 'matter'>): string =>
  [about.page, about.id, MESSAGE_TRAITS[kind].group, ...(matter === undefined ? [] : [matter])].join(':')

/** A phone that could not be reached for so long is not disturbed with old news any more. */
const STALE_MS = 12 * HOUR

/** Whether a phone may ring now for what should have rung at `due`. */
export const mayRing = (due: Date, now: Date): 'now' | 'later' | 'tooLate' => {
  if (isNight(now) || due > now) return 'later'
  return now.getTime() - due.getTime() > STALE_MS ? 'tooLate' : 'now'
}

/** What was read, or folded away, is kept so long. */
export const READ_KEPT_MS = 180 * DAY
/** What nobody ever read. */
export const UNREAD_KEPT_MS = 365 * DAY

/** So many messages in store are enough: nobody is asked for more. */
const ENOUGH_CREDITS = 3
/** Who said no is left alone for so long. */
const AFTER_NO_MS = 7 * DAY

/** Whether it makes sense to offer a person that WeChat asks them. @param refusedAt when they last said no */
export const mayAsk = (credits: number, refusedAt: Date | null, now: Date): boolean =>
  credits < ENOUGH_CREDITS && (refusedAt === null || now.getTime() - refusedAt.getTime() >= AFTER_NO_MS)
