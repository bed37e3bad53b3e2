/** The register of enterprises: what staff take in and change, and the lists that are made of it. */
import { nameKeyOf, NEVER_MET, unmetBefore, type ManagedFilter } from '@/domain/enterprise/rules'
import { queryAlternatives } from '@/domain/pinyin'
import { _, afterCursor, dateCursor, equalsVariable, every, pageOf, subPipeline, type Terms } from '../../kernel/db'
import { enterprises, withoutInside, type EnterpriseDoc } from './enterprises'
import type { OutreachDoc } from './outreach'
import { enterpriseTokens } from './tokens'

const HISTORY = 20
const PAGE = 30

/** What staff write about an enterprise. */
export type Particulars = Pick<EnterpriseDoc, 'name' | 'industry' | 'address'>

const found = ({ name, industry, address }: Particulars) => ({
  name,
  industry,
  address,
  nameKey: nameKeyOf(name),
  tokens: enterpriseTokens(name),
})

/** Takes an enterprise in; `exists` when its name, or this very document, is there already. */
export const addEnterprise = (
  id: string,
  particulars: Particulars,
  by: string,
  at: Date,
): Promise<'added' | 'exists'> =>
  enterprises.add({
    ...found(particulars),
    _id: id,
    verifiedAt: at,
    verifiedBy: by,
    lastMetAt: null,
    lastMetHow: null,
    metSince: NEVER_MET,
    parting: null,
    confirmed: 0,
    waiting: 0,
    rev: 1,
    facts: [],
    history: [{ at, by, what: 'added' }],
  })

/** Changes its particulars as they were read; `exists` when another has the name. */
export const changeEnterprise = (id: string, rev: number, particulars: Particulars, by: string, at: Date) => {
  const history = _.push({ each: [{ at, by, what: 'changed' }], slice: -HISTORY })
  return enterprises.changeUnique({ _id: id, rev }, { ...found(particulars), rev: _.inc(1), history })
}

const OWN_ID = /^[A-Za-z0-9_-]{4,64}$/
const afterId = (cursor: string | null): Terms | null => (cursor && OWN_ID.test(cursor) ? { _id: _.gt(cursor) } : null)

/** All of one alternative's tokens beside what every match must be. */
const matching = (words: string, base: Terms): unknown => {
  const branches = queryAlternatives(words).map((tokens) => ({ ...base, tokens: _.all(tokens) }))
  return branches.length > 1 ? _.or(branches) : (branches[0] ?? base)
}

const flagged: Record<ManagedFilter, Terms> = {
  all: {},
  waiting: { waiting: _.gt(0) },
  withoutContact: { confirmed: 0 },
}

/** Enterprises by words or pinyin, in the order in which they were taken in as far as their ids tell. */
export const listEnterprises = async (filter: ManagedFilter, words: string, cursor: string | null) => {
  const rows = await enterprises.list({
    where: every(matching(words, flagged[filter]), afterId(cursor)),
    order: [['_id', 'asc']],
    limit: PAGE + 1,
    without: withoutInside,
  })
  return pageOf(rows, PAGE, (row) => row._id)
}

/** Enterprises that nobody has met for long, the longest first, with the visit that is planned: one round trip. */
export const unmetEnterprises = async (cursor: string | null, now: Date) => {
  const planned = subPipeline().match(every({ state: 'planned' }, equalsVariable('enterpriseId', 'id')))
  const rows = await enterprises.pipeline<EnterpriseDoc & { visits: OutreachDoc[] }>((start) =>
    start
      .match(every({ metSince: _.lt(unmetBefore(now)) }, afterCursor(cursor, 'metSince', 'asc')))
      .sort({ metSince: 1, _id: 1 })
      .limit(PAGE + 1)
      .lookup({ from: 'outreach', let: { id: '$_id' }, pipeline: planned.limit(1).done(), as: 'visits' }),
  )
  return pageOf(rows, PAGE, (row) => dateCursor(row.metSince, row._id))
}
