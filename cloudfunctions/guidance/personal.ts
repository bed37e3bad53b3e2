/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { programmeLabels, stageLabels } from '@/domain/guidance/labels'
import { dayKey } from '@/domain/time'
import { guidancesWith } from './store/guidances'

export const collect = async (memberId: string) => ({
  title: '一对一指导',
  rows: (await guidancesWith(memberId)).map(({ project, stage, startedAt, files, items, meetings }) => ({
    项目: project.name,
    计划: programmeLabels[project.programme],
    阶段: stageLabels[stage],
    开始: dayKey(startedAt),
    您上传的文件: String(files.flatMap(({ versions }) => versions).filter(({ by }) => by === memberId).length),
    您完成的事项: String(items.filter(({ doneBy }) => doneBy === memberId).length),
    您参加的会面: String(meetings.filter(({ specialistId }) => specialistId === memberId).length),
  })),
})
