/** Collection `branches`: the primary organisations. */
import type { BranchLevel } from '@/domain/member/rules'
import { _, collection, type Stored } from '../../kernel/db'

export interface BranchDoc extends Stored {
  name: string
  level: BranchLevel
  order: number
}

const branches = collection<BranchDoc>('branches')
const ALL = 500

export const allBranches = (): Promise<BranchDoc[]> =>
  branches.list({ where: { order: _.gte(0) }, order: [['order', 'asc']], limit: ALL })

export const findBranch = (id: string): Promise<BranchDoc | null> => branches.get(id)

export const findBranches = (ids: readonly string[]): Promise<BranchDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : branches.list({ where: { _id: _.in([...ids]) }, limit: ids.length })
