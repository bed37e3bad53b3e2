import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Grant } from '@/domain/kit'
import { declaration } from '../../config/database'
import { buildFunctions, type BuiltFunction } from '../../config/functions'
import { startLocalCloud, type LocalCloud } from '../../config/local-cloud'
import type { ScanFigures } from '../../config/local-cloud/metrics'
import { buildActor, buildBranch, buildEvent, buildMember } from '../../config/seed/builders'
import type { EventDoc } from '../../cloudfunctions/event/store/events'

export const MINUTE = 60_000
export const branch = buildBranch(1)
const secretaryGrant: Grant = { role: 'secretary', scope: 'branch', scopeId: branch._id }
export const secretary = 'bench-secretary'

/** What a check-in is measured against: a function that reads one document and answers it. */
const yardstick = `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async () => (await cloud.database().collection('branches').where({ _id: '${branch._id}' }).limit(1).get()).data[0]
`

/** Functions of this product, built afresh, with the yardstick beside them. */
export type Functions = { folder: string; built: BuiltFunction[]; remove(): void }

export async function prepareFunctions(): Promise<Functions> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-functions-'))
  const { built } = await buildFunctions({ outDir: folder })
  mkdirSync(path.join(folder, 'yardstick'))
  writeFileSync(path.join(folder, 'yardstick', 'index.js'), yardstick)
  return { folder, built, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Queries that had to read a whole collection, gathered before each reset. */
export type Stage = { cloud: LocalCloud; scans: ScanFigures[]; clear(): Promise<void>; stop(): Promise<void> }

/** A local cloud in memory with the functions in its worker threads. Its timers run only where asked for. */
export async function openStage({ folder }: Functions): Promise<Stage> {
  const lines: string[] = []
  const log = (text: string) => void (lines.length < 20 && lines.push(text))
  const cloud = await startLocalCloud({ storage: ':memory:', functions: folder, declaration, timers: false, log })
  const scans: ScanFigures[] = []
  const gather = () =>
    void scans.push(...cloud.metrics().unindexedScans.filter((scan) => scan.function !== '(outside)'))
  return {
    cloud,
    scans,
    async clear() {
      gather()
      await cloud.reset()
      await cloud.insertMany('branches', [branch])
      await seat(cloud, [secretary], secretaryGrant)
    },
    async stop() {
      gather()
      await cloud.stop()
      for (const line of lines) process.stderr.write(`${line}\n`)
    },
  }
}

/** Confirmed members of the branch with these openids; their member ids are `m-<openid>`. */
export async function seat(cloud: LocalCloud, openids: readonly string[], ...grants: Grant[]): Promise<void> {
  const members = openids.map((openid) => buildMember(`m-${openid}`, `演示${openid}`, branch))
  await cloud.insertMany('members', members)
  await cloud.insertMany(
    'actors',
    members.map((member) => buildActor(member._id.slice(2), member, ...grants)),
  )
}

export const people = (word: string, n: number): string[] => Array.from({ length: n }, (_, at) => `${word}-${at + 1}`)

/** An event that begins in ten minutes: sign-up and check-in both stand open. */
export const eventNow = (id: string, overrides: Partial<EventDoc> = {}): EventDoc =>
  buildEvent(id, branch, new Date(Date.now() + 10 * MINUTE), overrides)
