import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

/** Ways to an exhibit without its number. */
export function OtherWays() {
  return (
    <>
      <SectionTitle>其他找法</SectionTitle>
      <Card flush>
        <ListRow icon="hall" title="按展厅找" note="八个展厅，逐项浏览" onPress={() => void to.halls()} />
        <ListRow icon="book" title="党建故事" note="按主题和时长挑选" onPress={() => void to.stories()} />
        <ListRow icon="heart" title="收藏与足迹" note="找回看过的展项" onPress={() => void to.kept()} />
      </Card>
    </>
  )
}
