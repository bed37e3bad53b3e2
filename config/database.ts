/**
 * Every collection of the product with its indexes: one declaration for the local cloud and for deployment. What lies
 * in a collection is known to its store.ts alone. The security rule of all of them is the same: nothing but functions.
 */
import type { DatabaseDeclaration } from './local-cloud/declaration'

type Direction = 'asc' | 'desc'

/** `index('name', 'field', ['other', 'desc'])` */
const index = (name: string, ...keys: (string | [field: string, direction: Direction])[]) => ({
  name,
  keys: keys.map((key) =>
    typeof key === 'string' ? { field: key, direction: 'asc' as const } : { field: key[0], direction: key[1] },
  ),
})

export const declaration: DatabaseDeclaration = {
  collections: {
    actors: {
      indexes: [index('memberId', 'memberId'), index('role', 'grants.role'), index('facts', 'facts.at')],
    },
    operations: { indexes: [index('subject', 'subjects', ['at', 'desc'])] },

    members: {
      indexes: [
        index('state', 'state', ['since', 'desc']),
        index('branch', 'branch.id', 'state', ['since', 'desc']),
        index('tokens', 'tokens'),
        index('claimed', 'claimedBy'),
        index('facts', 'facts.at'),
      ],
    },
    branches: { indexes: [index('order', 'order')] },
    suggestions: {
      indexes: [index('sender', 'openid', ['at', 'desc']), index('answered', 'answeredAt', ['at', 'desc'])],
    },

    events: {
      indexes: [
        index('listedByStart', 'listed', 'startsAt'),
        index('listedByEnd', 'listed', 'endsAt'),
        index('start', 'startsAt'),
        index('host', 'hostBranchIds', 'startsAt'),
        index('tokens', 'tokens'),
        index('takes', 'takes.at'),
        index('releases', 'releases.at'),
        index('queueing', 'queueing', 'startsAt'),
        index('facts', 'facts.at'),
      ],
    },
    registrations: {
      indexes: [
        index('eventState', 'eventId', 'state', 'signedUpAt'),
        index('eventSignedUp', 'eventId', 'signedUpAt'),
        index('eventAttended', 'eventId', ['attendedAt', 'desc']),
        index('eventPlace', 'eventId', 'placeId'),
        index('eventReleasing', 'eventId', 'releasing'),
        index('releasing', 'releasing'),
        index('waiting', 'state', 'startsAt'),
        index('member', 'memberId', ['startsAt', 'desc']),
      ],
    },
    centres: { indexes: [] },
    visitSlots: {
      indexes: [index('start', 'startsAt'), index('takes', 'takes.at'), index('releases', 'releases.at')],
    },
    visits: {
      indexes: [
        index('start', 'startsAt'),
        index('slotPlace', 'slotId', 'placeId'),
        index('slotReleasing', 'slotId', 'releasing'),
        index('releasing', 'releasing'),
        index('member', 'memberId', ['startsAt', 'desc']),
      ],
    },

    exhibits: {
      indexes: [
        // A number that a draft or a published display uses belongs to one exhibit; those without claim their own id.
        { ...index('claims', 'claims'), unique: true },
        index('number', 'number'),
        index('room', 'room', 'listed'),
        index('kind', 'kind', 'listed', 'date'),
        // With the id at its end an index delivers a page's whole order; without it every match is sorted.
        index('newest', 'searchable', ['shownAt', 'desc'], ['_id', 'desc']),
        index('newestOfKind', 'searchable', 'kind', ['shownAt', 'desc'], ['_id', 'desc']),
        index('found', 'tokens', 'searchable', ['shownAt', 'desc'], ['_id', 'desc']),
        index('changed', ['changedAt', 'desc']),
        index('managed', 'kind', ['changedAt', 'desc']),
        index('managedFlag', 'flags', ['changedAt', 'desc']),
        index('managedFound', 'deskTokens', ['changedAt', 'desc']),
        index('faulty', 'faulty', ['changedAt', 'desc']),
        index('publishAt', 'publishAt'),
        index('checked', 'listed', 'checkedAt'),
      ],
    },
    exhibitVersions: { indexes: [index('exhibit', 'exhibitId', ['version', 'desc'])] },
    openings: { indexes: [] },
    marks: {
      indexes: [
        index('favourite', 'memberId', ['favouriteAt', 'desc']),
        index('seen', 'memberId', ['seenAt', 'desc']),
        index('exhibit', 'exhibitId'),
      ],
    },

    documents: { indexes: [index('at', 'at')] },
    jobs: {
      indexes: [
        index('owner', 'owner', ['at', 'desc']),
        index('open', 'state', 'lease.until'),
        index('expiry', 'expiresAt'),
        index('facts', 'facts.at'),
      ],
    },
    jobParts: { indexes: [index('job', 'jobId', 'nth'), index('at', 'at')] },

    messages: {
      indexes: [
        index('inbox', 'to', 'shown', ['at', 'desc']),
        index('unread', 'to', 'shown', 'readAt', ['at', 'desc']),
        index('due', 'ring.state', 'ring.due'),
        index('at', 'at'),
      ],
    },
    credits: { indexes: [index('member', 'memberId')] },

    enterprises: {
      indexes: [
        { ...index('nameKey', 'nameKey'), unique: true },
        index('tokens', 'tokens'),
        index('met', 'metSince'),
        index('waiting', 'waiting'),
        index('confirmed', 'confirmed'),
        index('facts', 'facts.at'),
      ],
    },
    contacts: {
      indexes: [
        index('enterprise', 'enterpriseId', 'state'),
        index('member', 'memberId', ['since', 'desc']),
        index('state', 'state', 'since'),
        index('facts', 'facts.at'),
      ],
    },
    outreach: {
      indexes: [
        index('enterprise', 'enterpriseId', ['seq', 'desc']),
        index('team', 'teamId', ['dayAt', 'desc']),
        index('by', 'by', ['dayAt', 'desc']),
        index('day', ['dayAt', 'desc']),
        index('facts', 'facts.at'),
      ],
    },

    teams: { indexes: [index('facts', 'facts.at')] },
    specialists: {
      indexes: [
        index('team', 'teamId', 'name'),
        index('name', 'name'),
        index('rev', 'rev'),
        index('active', 'active', 'name'),
        index('topic', 'topics', 'active'),
        index('conflict', 'conflicts'),
        index('facts', 'facts.at'),
      ],
    },
    absences: {
      indexes: [index('specialist', 'specialistId', 'to'), index('removed', 'removedAt'), index('facts', 'facts.at')],
    },
    serviceDays: {
      indexes: [
        index('listed', 'state', 'endsAt'),
        index('end', 'endsAt'),
        index('team', 'teamId', 'endsAt'),
        index('table', 'tables.specialistId', 'endsAt'),
        index('facts', 'facts.at'),
      ],
    },
    serviceSlots: {
      indexes: [
        index('day', 'dayId', 'startsAt'),
        index('dayState', 'dayId', 'state'),
        index('specialist', 'specialistId', 'startsAt'),
        index('topic', 'topics', 'startsAt'),
        index('start', 'startsAt'),
        index('enterprise', 'enterpriseId', 'startsAt'),
        index('held', 'state', 'until'),
        index('heldBy', 'heldBy'),
        index('withdrawn', 'withdrawnBy'),
        index('settle', 'settleAt'),
        index('facts', 'facts.at'),
      ],
    },
    daySheets: {
      indexes: [
        index('owner', 'ownerId'),
        index('day', 'day'),
        index('pending', 'pending.at'),
        index('meetings', 'meetings.at'),
      ],
    },
    waits: {
      indexes: [
        index('enterprise', 'enterpriseId', 'state'),
        index('topic', 'topic', 'state', 'at'),
        index('hold', 'holdId'),
        index('offered', 'state', 'until'),
        index('member', 'memberId'),
      ],
    },

    consultations: {
      indexes: [
        index('enterprise', 'enterpriseId', 'over', 'nextAt'),
        index('owner', 'ownerId', 'turn', 'nextAt'),
        index('ownerDay', 'ownerId', 'startsAt'),
        index('asked', 'transfer.to.id', 'nextAt'),
        index('team', 'teamId', 'state', 'nextAt'),
        index('state', 'state', 'nextAt'),
        index('teamDue', 'teamId', 'turn', 'dueAt'),
        index('due', 'turn', 'dueAt'),
        index('day', 'dayId', 'startsAt'),
        index('slot', 'slotId'),
        index('contact', 'contactId', ['bookedAt', 'desc']),
        index('booked', 'mode', 'bookedAt'),
        index('teamBooked', 'teamId', 'mode', 'bookedAt'),
        index('ownerMode', 'ownerId', 'mode', 'over', 'nextAt'),
        index('teamMode', 'teamId', 'mode', 'over', 'nextAt'),
        index('mode', 'mode', 'over', 'nextAt'),
        index('wake', 'wakeAt'),
        index('facts', 'facts.at'),
      ],
    },
    lines: {
      indexes: [index('consultation', 'consultationId', ['at', 'desc']), index('by', 'by', ['at', 'desc'])],
    },
    guidances: {
      indexes: [
        index('remind', 'remindAt'),
        index('people', 'people', ['startedAt', 'desc']),
        index('guide', 'meetings.specialistId', ['startedAt', 'desc']),
        index('facts', 'facts.at'),
      ],
    },

    /** Read by their keys alone. */
    figureQuarters: { indexes: [] },

    codeTries: { indexes: [index('since', 'since')] },

    tickets: { indexes: [index('record', 'record', 'at'), index('owner', 'owner', 'at')] },
  },
}
