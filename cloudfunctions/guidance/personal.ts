/**
 * What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts.
 * A project is known to whoever still stands to it; who left reads that they took part, not in what.
 */
import { NOT_YOURS_ANY_MORE } from '@/domain/consultation/labels'
import { seesAll } from '@/domain/consultation/rules'
import { programmeLabels, stageLabels } from '@/domain/guidance/labels'
import { dayKey } from '@/domain/time'
import { consultationsById, standingsIn } from '../consultation/public'
import { findActor } from '../kernel/actor'
import { guidancesWith, type GuidanceDoc } from './store/guidances'

const partIn = ({ files, items, meetings }: GuidanceDoc, memberId: string) => ({
  您上传的文件: String(files.flatMap(({ versions }) => versions).filter(({ by }) => by === memberId).length),
  您完成的事项: String(items.filter(({ doneBy }) => doneBy === memberId).length),
  您参加的会面: String(meetings.filter(({ specialistId }) => specialistId === memberId).length),
})

export const collect = async (memberId: string) => {
  const [actor, guidances] = await Promise.all([findActor(memberId), guidancesWith(memberId)])
  const consultations = await consultationsById(guidances.map(({ _id }) => _id))
  const open = (id: string): boolean => {
    const doc = consultations.get(id)
    return actor !== null && doc !== undefined && seesAll(standingsIn(doc, actor))
  }
  return {
    title: '一对一指导',
    rows: guidances.map((guidance) => ({
      项目: open(guidance._id) ? guidance.project.name : NOT_YOURS_ANY_MORE,
      ...(open(guidance._id)
        ? { 计划: programmeLabels[guidance.project.programme], 阶段: stageLabels[guidance.stage] }
        : {}),
      开始: dayKey(guidance.startedAt),
      ...partIn(guidance, memberId),
    })),
  }
}
