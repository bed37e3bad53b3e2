/** Jobs as the store writes them: valid by default, overrides last. */
import { FILE_KEPT_MS } from '@/domain/document/rules'
import type { JobDoc } from '../../cloudfunctions/document/store/jobs'

/** A roster that was asked for and waits for its first slice. */
export const buildJob = (id: string, owner: string, at: Date, overrides: Partial<JobDoc> = {}): JobDoc => ({
  _id: id,
  owner,
  ownerName: '演示书记',
  kind: 'eventRoster',
  params: { eventId: 'EV0001' },
  title: '活动名单·演示主题党日',
  about: [{ label: '活动', value: '演示主题党日' }],
  target: { branchIds: ['branch-01'] },
  reach: ['branch-01'],
  after: null,
  nth: 0,
  gathered: false,
  state: 'waiting',
  done: 0,
  total: 2,
  tries: 0,
  lease: { by: '', until: at },
  secret: `SECRET${id}`,
  fileId: '',
  size: 0,
  at,
  finishedAt: null,
  expiresAt: new Date(at.getTime() + FILE_KEPT_MS),
  seenAt: null,
  facts: [],
  ...overrides,
})
