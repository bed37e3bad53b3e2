import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { ConsultationView } from '../../talk/talk-model'
import { mainOf, type Doing, type Possible } from './possible'
import type { ItemDesk } from './use-item'

interface Row {
  does: Doing
  icon: IconName
  title: string
  note: string
  when: (possible: Possible) => boolean
}

const rows: readonly Row[] = [
  {
    does: 'conclude',
    icon: 'edit',
    title: '写咨询结果',
    note: '已答复、由我跟进、转交或列入问题清单',
    when: ({ conclude }) => conclude,
  },
  { does: 'answer', icon: 'check', title: '答复企业', note: '答复后等企业确认', when: ({ follow }) => follow },
  {
    does: 'plan',
    icon: 'calendar',
    title: '安排下一步',
    note: '企业看得到做什么、何时完成',
    when: ({ follow }) => follow,
  },
  { does: 'ask', icon: 'document', title: '请企业补充材料', note: '等企业期间不计时', when: ({ ask }) => ask },
  {
    does: 'transfer',
    icon: 'people',
    title: '转交给其他队员',
    note: '对方同意后更换负责人',
    when: ({ transfer }) => transfer,
  },
  {
    does: 'closeUnanswered',
    icon: 'flag',
    title: '按“未反馈”办结',
    note: '企业提醒两次仍没有答复，办结后还可以重新打开',
    when: (can) => can.closeUnanswered,
  },
  { does: 'decline', icon: 'close', title: '不接手', note: '事项留在原负责人那里', when: (can) => can.answerTransfer },
]

/** Of one that lost its slot. */
const SETTLED = '电话里谈妥了，就不用再约时段'

/** Everything else that can be done now, besides what stands at the foot of the page. */
export function ItemActions({ view, desk }: { view: ConsultationView; desk: ItemDesk }) {
  const { possible } = desk
  const main = mainOf(possible, view)
  const shown = rows.filter((row) => row.does !== main && row.when(possible))
  const noShow = possible.marks.includes('noShow')
  const { transfer } = view.outline
  if (shown.length === 0 && !noShow && !possible.withdraw) return null
  return (
    <>
      <SectionTitle>可以办理</SectionTitle>
      <Card flush>
        {noShow && (
          <ListRow
            icon="warning"
            title="企业未到场"
            note="登记后仍可改为到场"
            onPress={() => void desk.mark('noShow')}
          />
        )}
        {possible.withdraw && transfer && (
          <ListRow
            icon="people"
            title="撤回转交"
            note={`${transfer.to.name}还没有答复，撤回后可以转给别人`}
            onPress={() => void desk.withdraw()}
          />
        )}
        {shown.map(({ does, icon, title, note }) => (
          <ListRow
            key={does}
            icon={icon}
            title={title}
            note={does === 'conclude' && view.outline.state === 'unplaced' ? SETTLED : note}
            onPress={() => desk.open(does)}
          />
        ))}
      </Card>
    </>
  )
}
