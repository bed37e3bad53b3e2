/** What this context keeps of a person, for them to read and take out: the files they had made. */
import { documentKindLabels, jobStateLabels } from '@/domain/document/labels'
import { sayDay, sayTime } from '@/domain/time'
import { jobsOf } from './store/jobs'

/** More than anybody makes in the time that traces are kept. */
const MOST = 500

export const collect = async (memberId: string, now: Date) => {
  const { rows } = await jobsOf(memberId, null, MOST)
  return {
    title: '导出的文件',
    rows: rows.map(({ kind, title, state, at }) => ({
      类别: documentKindLabels[kind],
      名称: title,
      时间: `${sayDay(at, now)} ${sayTime(at)}`,
      状态: jobStateLabels[state],
    })),
  }
}
