import { to } from '@/lib/routes'
import type { List } from '@/lib/use-list'
import { Badge } from '@/ui/badge'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

type Managed = List<'exhibit.managed'>

const counted = (list: Managed): string => `${list.items.length}${list.more ? ' 项以上' : ' 项'}`

const noteOf = (list: Managed, some: string, none: string): string => {
  if (!list.first) return list.error ? '暂时读不到，点开后重试' : '正在读取'
  return list.items.length > 0 ? `${counted(list)}${some}` : none
}

/** What in the halls waits for an editor. */
export function ContentNeeds({ drafts, broken }: { drafts: Managed; broken: Managed }) {
  return (
    <>
      <SectionTitle>展馆待处理</SectionTitle>
      <Card flush>
        <ListRow
          icon="edit"
          title="草稿"
          note={noteOf(drafts, '还没有发布', '没有未发布的修改')}
          trailing={<Badge count={drafts.items.length} label={`${counted(drafts)}草稿`} />}
          onPress={() => void to.deskExhibits({ filter: 'drafts' })}
        />
        <ListRow
          icon="warning"
          title="媒体缺失"
          note={noteOf(broken, '的图片或声音打不开', '图片、声音和视频都能打开')}
          trailing={<Badge count={broken.items.length} label={`${counted(broken)}媒体缺失`} />}
          onPress={() => void to.deskExhibits({ filter: 'broken' })}
        />
        <ListRow
          icon="clock"
          title="一年未更新"
          note="看看内容是否还准确"
          onPress={() => void to.deskExhibits({ filter: 'stale' })}
        />
      </Card>
    </>
  )
}
