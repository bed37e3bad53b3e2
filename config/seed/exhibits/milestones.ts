/** The timeline in order of date: the Party's history, the country's, and the zone's own steps. */
import type { MilestoneContent } from './content'
import { nationMilestones } from './milestones-nation'
import { partyMilestones } from './milestones-party'

/** The zone's public dates. Of the alliances only the end of the year is published. */
const zoneMilestones: MilestoneContent[] = [
  {
    date: '2021-11',
    title: '党群服务中心启用',
    summary: '中心在天安智谷科技产业园，面积 1,039 平方米，设三区三室一吧一廊。',
    theme: 'zone',
  },
  {
    date: '2025',
    title: '新材料产业链党建联建',
    summary: '年底起运行，由一个党委、一家链主企业和多家成员单位组成，每季度开一次联席会。',
    theme: 'zone',
  },
  {
    date: '2025',
    title: '生物医药产业链党建联建',
    summary: '年底起运行，链上的企业和党组织定期见面，一起看问题、分任务。',
    theme: 'zone',
  },
]

export const milestones: (MilestoneContent & { id: string })[] = [
  ...partyMilestones,
  ...nationMilestones,
  ...zoneMilestones,
]
  .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
  .map((milestone, at) => ({ ...milestone, id: `milestone-${String(at + 1).padStart(4, '0')}` }))
