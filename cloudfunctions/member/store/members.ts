/** Collection `members`: one document per person, with what they agreed to and who confirmed them. */
import { MEMBER_MOVES, type ConsentPurpose, type MemberState } from '@/domain/member/rules'
import { queryTokens, searchTokens } from '@/domain/search'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'

export interface MemberDoc extends WithFacts {
  name: string
  /** Empty when not given. */
  phone: string
  branch: { id: string; name: string }
  state: MemberState
  since: Date
  declineReason: string
  /** The record that a merged binding became. */
  mergedInto: string | null
  /** The binding that an imported record was claimed for. */
  claimedBy: string | null
  consents: { purpose: ConsentPurpose; version: string; at: Date }[]
  tokens: string[]
  history: { at: Date; by: string; what: string }[]
}

export const members = collection<MemberDoc>('members')

/** A record without its person. */
export const NOBODY = { name: '', phone: '', consents: [], tokens: [], declineReason: '' }

const HISTORY = 20
const PAGE = 30
const CANDIDATES = 50

export const newMember = (
  id: string,
  person: Pick<MemberDoc, 'name' | 'phone' | 'branch' | 'state' | 'consents'>,
  at: Date,
): MemberDoc => ({
  ...person,
  _id: id,
  since: at,
  declineReason: '',
  mergedInto: null,
  claimedBy: null,
  tokens: searchTokens(person.name),
  facts: [],
  history: [{ at, by: id, what: person.state }],
})

/**
 * The one write of every change of a member: under the state that was decided on, with who did it.
 *
 * @returns whether it was made; not, when somebody else changed the record first
 */
export const changeMember = async (
  read: Pick<MemberDoc, '_id' | 'state'>,
  data: Terms,
  change: { at: Date; by: string; what: string; fact?: Fact; only?: boolean },
  condition: Terms = {},
): Promise<boolean> => {
  const { at, by, what, fact } = change
  // With `only` the lines before go: they may hold words about a person who leaves this record.
  const entry = { at, by, what }
  const line = change.only ? _.set([entry]) : _.push({ each: [entry], slice: -HISTORY })
  const updated = await members.change(
    { _id: read._id, state: read.state, ...condition },
    { ...data, history: line, ...(fact ? withFact(fact) : {}) },
  )
  return updated === 1
}

export const mayBecome = (member: MemberDoc, state: MemberState): boolean => MEMBER_MOVES[member.state].includes(state)

export interface MemberFilter {
  state?: MemberState
  branchIds: 'all' | string[]
  words: string
  cursor: string | null
}

/** Members of some branches, newest first; merged and erased records are in no list. */
export const listMembers = async ({ state, branchIds, words, cursor }: MemberFilter) => {
  const tokens = queryTokens(words)
  const rows = await members.list({
    where: every(
      { state: state ?? _.in(['unconfirmed', 'confirmed', 'declined', 'imported']) },
      branchIds === 'all' ? null : { 'branch.id': _.in(branchIds) },
      tokens.length > 0 ? { tokens: _.all(tokens) } : null,
      afterCursor(cursor, 'since', 'desc'),
    ),
    order: [
      ['since', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
    without: ['history', 'facts', 'consents', 'tokens'],
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.since, row._id))
}

/**
 * Imported records of a branch that share a character with a binding's name, and one that was claimed for this binding
 * by a merge that died: choosing it again finishes the merge.
 */
export const importedLike = ({ _id, name, branch }: MemberDoc): Promise<MemberDoc[]> =>
  members.list({
    where: _.and([
      { 'branch.id': branch.id },
      _.or([{ state: 'imported', tokens: _.in(searchTokens(name)) }, { claimedBy: _id }]),
    ]),
    order: [['_id', 'asc']],
    limit: CANDIDATES,
  })

export const countUnconfirmed = (branchIds: 'all' | string[]): Promise<number> =>
  members.count(every({ state: 'unconfirmed' }, branchIds === 'all' ? null : { 'branch.id': _.in(branchIds) }))
