import { View } from '@tarojs/components'
import { sayWhen } from '@/domain/time'
import { ARRIVE_BEFORE_MS } from '@/domain/centre/rules'
import { replaceWith } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { Done } from '@/ui/page-state'
import { partyWords, whenWords, type Visit } from './booking'
import './book-form.scss'

interface BookedProps {
  visit: Visit
  /** What this person has just asked for: an earlier booking of the same slot stays as it was. */
  asked: { size: number; guide: boolean }
  now: number
  onAgain: () => void
}

/** It is booked: what, and what comes next. */
export function Booked({ visit, asked, now, onAgain }: BookedProps) {
  const earlier = visit.size !== asked.size || visit.guide !== asked.guide
  return (
    <>
      <Done title={earlier ? '您已预约过这个时段' : '预约成功'} next={whenWords(visit, now)} />
      {earlier && <Notice tone="wait">原来的预约没有变。要改人数或讲解，请先取消原来的，再重新预约</Notice>}
      <Card flush>
        <ListRow icon="people" title={partyWords(visit)} />
        <ListRow
          icon="qr"
          title="到馆后登记到访"
          note={`${sayWhen(visit.startsAt - ARRIVE_BEFORE_MS, now)} 起，扫门口屏幕上的到访码`}
        />
        <ListRow
          icon="calendar"
          title="来不了请取消"
          note={`${sayWhen(visit.endsAt, now)} 前都可以取消，名额会让给别人`}
        />
      </Card>
      <View className="book__ways">
        <Button kind="main" onPress={() => replaceWith('myVisits')}>
          我的参观
        </Button>
        <Button onPress={onAgain}>再约一个时段</Button>
      </View>
    </>
  )
}
