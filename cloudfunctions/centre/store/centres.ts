/** Collection `centres`: the one service centre, as its editors describe it. A new environment has none yet. */
import type * as v from 'valibot'
import type { centreInput } from '@/domain/centre/contract'
import { FIRST_CENTRE } from '@/domain/centre/rules'
import { _, collection, type Stored, type Terms } from '../../kernel/db'
import type { Line } from '../../kernel/places'
import { randomSecret } from '../../kernel/secrets'

/** All that an editor decides. */
export type CentreFields = v.InferOutput<typeof centreInput>

export interface CentreDoc extends Stored, CentreFields {
  /** Key of the door code's HMAC. Never leaves the server. */
  secret: string
  rev: number
  /** `digest` tells a change that is repeated from another one. */
  history: (Line & { digest: string })[]
}

export const CENTRE_ID = 'centre'

export const centres = collection<CentreDoc>('centres')

/** The centre for those who only look: what is written, else what stands until then. */
export const centreFields = async (): Promise<CentreFields> => (await centres.get(CENTRE_ID)) ?? FIRST_CENTRE

/** The centre for those who write: made under its natural key when it is not there. Of two at once the first one's holds. */
export const theCentre = async (): Promise<CentreDoc> => {
  const found = await centres.get(CENTRE_ID)
  if (found) return found
  const fresh: CentreDoc = { ...FIRST_CENTRE, _id: CENTRE_ID, secret: randomSecret(), rev: 0, history: [] }
  if ((await centres.add(fresh)) === 'added') return fresh
  return (await centres.get(CENTRE_ID)) ?? fresh
}

const HISTORY = 20

/** The one write of every change: it holds only if the centre is still as it was read. */
export const changeCentre = async (rev: number, fields: CentreFields, line: CentreDoc['history'][number]) => {
  const { visiting, ...others } = fields
  const data: Terms = {
    ...others,
    // `_.set` keeps the database from merging nested objects field by field.
    visiting: _.set(visiting),
    rev: _.inc(1),
    history: _.push({ each: [line], slice: -HISTORY }),
  }
  return (await centres.change({ _id: CENTRE_ID, rev }, data)) === 1
}
