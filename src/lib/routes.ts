import Taro from '@tarojs/taro'

/** The one place that knows where pages live. Main-package pages are tabs; the rest stands in the sub-package of its context. */
export const paths = {
  home: '/pages/tabs/home/index',
  events: '/pages/tabs/events/index',
  halls: '/pages/tabs/halls/index',
  services: '/pages/tabs/services/index',
  mine: '/pages/tabs/mine/index',
  event: '/pages/event/detail/index',
  checkIn: '/pages/event/check-in/index',
  myEvents: '/pages/event/mine/index',
  bind: '/pages/member/bind/index',
  myData: '/pages/member/data/index',
  suggest: '/pages/member/suggest/index',
  inbox: '/pages/message/inbox/index',
  desk: '/pages/desk/home/index',
  deskEvents: '/pages/desk/event-list/index',
  eventEdit: '/pages/desk/event-edit/index',
  eventDesk: '/pages/desk/event-desk/index',
  roster: '/pages/desk/event-roster/index',
  deskMembers: '/pages/desk/member-list/index',
  deskSuggestions: '/pages/desk/suggestion-list/index',
  book: '/pages/centre/book/index',
  myVisits: '/pages/centre/visits/index',
  arrive: '/pages/centre/arrive/index',
  serviceDay: '/pages/service/day/index',
  bookService: '/pages/service/book/index',
  myConsultations: '/pages/service/mine/index',
  consultation: '/pages/service/consultation/index',
  hall: '/pages/exhibit/hall/index',
  display: '/pages/exhibit/display/index',
  findExhibit: '/pages/exhibit/find/index',
  timeline: '/pages/exhibit/timeline/index',
  stories: '/pages/exhibit/stories/index',
  kept: '/pages/exhibit/kept/index',
  deskExhibits: '/pages/desk/exhibit-list/index',
  exhibitEdit: '/pages/desk/exhibit-edit/index',
  exhibitPreview: '/pages/desk/exhibit-preview/index',
  hallOrder: '/pages/desk/hall-order/index',
  wallCodes: '/pages/desk/wall-codes/index',
  visitDay: '/pages/desk/visit-day/index',
  visitDoor: '/pages/desk/visit-door/index',
  centreEdit: '/pages/desk/centre-edit/index',
  documents: '/pages/desk/documents/index',
  figures: '/pages/desk/figure-service/index',
  guidance: '/pages/guidance/detail/index',
  askGuidance: '/pages/guidance/ask/index',
  deskGuidances: '/pages/desk/guidance-list/index',
  deskGuidance: '/pages/desk/guidance-item/index',
  today: '/pages/desk/consultation-today/index',
  workItem: '/pages/desk/consultation-item/index',
  work: '/pages/desk/consultation-list/index',
  board: '/pages/desk/consultation-board/index',
  deskServiceDays: '/pages/desk/service-list/index',
  serviceEdit: '/pages/desk/service-edit/index',
  deskServiceDay: '/pages/desk/service-day/index',
  team: '/pages/desk/service-team/index',
  myTime: '/pages/desk/service-time/index',
  myEnterprises: '/pages/enterprise/mine/index',
  deskEnterprises: '/pages/desk/enterprise-list/index',
  outreach: '/pages/desk/enterprise-outreach/index',
} as const

export type PageName = keyof typeof paths

const tabs: readonly PageName[] = ['home', 'events', 'halls', 'services', 'mine']

/** WeChat keeps at most ten pages behind each other; from here on a page takes the place of the last one. */
const DEEPEST = 9

type Query = Readonly<Record<string, string | undefined>>

export interface BookServiceQuery {
  serviceDayId?: string
  slotId?: string
  topic?: string
  enterpriseId?: string
  consultationId?: string
}

/** A page's address with its query; what is undefined is left out. */
export function address(page: PageName, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? paths[page] : `${paths[page]}?${pairs.join('&')}`
}

async function open(page: PageName, query?: Query): Promise<void> {
  const url = address(page, query)
  if (tabs.includes(page)) await Taro.switchTab({ url: paths[page] })
  else if (Taro.getCurrentPages().length >= DEEPEST) await Taro.redirectTo({ url })
  else await Taro.navigateTo({ url })
}

/** Whether a name from elsewhere, such as a message, is one of a page that this version of the app has. */
export const isPageName = (name: string): name is PageName => Object.prototype.hasOwnProperty.call(paths, name)

/** Opens a page whose name came from elsewhere. */
export const openPage = (page: PageName, query: Query): Promise<void> => open(page, query)

/** Opens a page: `to.event(id)`. What a page reads from its address has the same name here. */
export const to = {
  home: () => open('home'),
  events: () => open('events'),
  halls: () => open('halls'),
  services: () => open('services'),
  mine: () => open('mine'),
  /** One event. */
  event: (eventId: string) => open('event', { eventId }),
  /** Checking in; with a scanned code it starts at once. */
  checkIn: (query: { eventId?: string; code?: string } = {}) => open('checkIn', query),
  myEvents: () => open('myEvents'),
  /** Binding; `then` is the address to go on to afterwards, as made by `address`. */
  bind: (query: { then?: string } = {}) => open('bind', query),
  myData: () => open('myData'),
  suggest: () => open('suggest'),
  inbox: () => open('inbox'),
  desk: () => open('desk'),
  deskEvents: () => open('deskEvents'),
  /** A new event, the event to change, or the event to begin a copy from. */
  eventEdit: (query: { eventId?: string; copyOf?: string } = {}) => open('eventEdit', query),
  eventDesk: (eventId: string) => open('eventDesk', { eventId }),
  roster: (eventId: string) => open('roster', { eventId }),
  deskMembers: () => open('deskMembers'),
  deskSuggestions: () => open('deskSuggestions'),
  /** Booking a visit; `slotId` is chosen already. */
  book: (query: { slotId?: string } = {}) => open('book', query),
  myVisits: () => open('myVisits'),
  /** Arriving for a visit; with a scanned code it starts at once. */
  arrive: (query: { code?: string } = {}) => open('arrive', query),
  serviceDay: (serviceDayId: string) => open('serviceDay', { serviceDayId }),
  /** Booking the service team: what is known already is chosen. With `consultationId` that meeting is moved to another slot. */
  bookService: (query: BookServiceQuery = {}) => open('bookService', { ...query }),
  myConsultations: (query: { enterpriseId?: string } = {}) => open('myConsultations', query),
  /** One question of an enterprise, as its contacts see it. */
  consultation: (consultationId: string) => open('consultation', { consultationId }),
  /** One of the eight halls; `view` is `panorama` or `plan`. */
  hall: (hallId: string, view?: string) => open('hall', { hallId, view }),
  /** An exhibit, story or milestone, by its id or by the number on the wall. */
  display: (query: { exhibitId?: string; number?: string }) => open('display', query),
  findExhibit: () => open('findExhibit'),
  /** The timeline; `from` is a year to begin at. */
  timeline: (from?: string) => open('timeline', { from }),
  stories: (query: { words?: string } = {}) => open('stories', query),
  kept: () => open('kept'),
  deskExhibits: (query: { kind?: string; filter?: string } = {}) => open('deskExhibits', query),
  /** The exhibit to change, or a new one of a kind (in a hall). */
  exhibitEdit: (query: { exhibitId?: string; kind?: string; hallId?: string }) => open('exhibitEdit', query),
  exhibitPreview: (exhibitId: string) => open('exhibitPreview', { exhibitId }),
  hallOrder: (hallId: string) => open('hallOrder', { hallId }),
  wallCodes: (hallId?: string) => open('wallCodes', { hallId }),
  /** A day's visits; `day` is `2026-11-21`, today without it. */
  visitDay: (day?: string) => open('visitDay', { day }),
  visitDoor: () => open('visitDoor'),
  centreEdit: () => open('centreEdit'),
  /** The files that this person had made. */
  documents: () => open('documents'),
  /** Figures of the service days. */
  figures: () => open('figures'),
  /** One guidance, as its enterprise sees it. */
  guidance: (consultationId: string) => open('guidance', { consultationId }),
  /** Asking to be guided, for an enterprise that the person speaks for. */
  askGuidance: (query: { enterpriseId?: string } = {}) => open('askGuidance', query),
  /** The team's guidances; with a consultation one is begun out of it. */
  deskGuidances: (
    query: Partial<Record<'consultationId' | 'teamId' | 'enterpriseId' | 'enterpriseName', string>> = {},
  ) => open('deskGuidances', query),
  /** One guidance, as the team works on it. */
  deskGuidance: (consultationId: string) => open('deskGuidance', { consultationId }),
  /** A specialist's meetings of a day; `day` is `2026-11-21`, today without it. */
  today: (day?: string) => open('today', { day }),
  /** One question of an enterprise, as the team works on it. */
  workItem: (consultationId: string) => open('workItem', { consultationId }),
  work: () => open('work'),
  /** A team's items; `filter` is one of the board's, such as `late`. */
  board: (filter?: string) => open('board', { filter }),
  deskServiceDays: () => open('deskServiceDays'),
  /** A new service day, the day to change, or the day to begin a copy from. */
  serviceEdit: (query: { serviceDayId?: string; copyOf?: string } = {}) => open('serviceEdit', query),
  deskServiceDay: (serviceDayId: string) => open('deskServiceDay', { serviceDayId }),
  team: () => open('team'),
  myTime: () => open('myTime'),
  /** The enterprises that the person speaks for or asks to. */
  myEnterprises: () => open('myEnterprises'),
  /** The register of enterprises; with `enterpriseId` that one is open. */
  deskEnterprises: (enterpriseId?: string) => open('deskEnterprises', { enterpriseId }),
  /** Enterprises that nobody has met for long, and visits to them. */
  outreach: () => open('outreach'),
}

/** Puts another page in this one's place, so that the way back skips this one: after something is finished. */
export async function replaceWith(page: PageName, query?: Query): Promise<void> {
  if (tabs.includes(page)) await Taro.switchTab({ url: paths[page] })
  else await Taro.redirectTo({ url: address(page, query) })
}

/** Goes on to an address made by `address` and handed through another page; anything that is no page of ours leads home. */
export async function replaceWithAddress(url: string): Promise<void> {
  const path = url.split('?')[0]
  const page = (Object.keys(paths) as PageName[]).find((name) => paths[name] === path) ?? 'home'
  if (tabs.includes(page)) await Taro.switchTab({ url: paths[page] })
  else await Taro.redirectTo({ url })
}

/** One page back; home where this page was the first to be opened. */
export async function back(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: paths.home })
}
