import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { Centre } from './opening'

/** What the centre has to tell, the newest at once and the others at a tap; nothing at all when it has nothing. */
export function Notices({ notices, now }: { notices: Centre['notices']; now: number }) {
  const [all, setAll] = useState(false)
  if (notices.length === 0) return null
  const newestFirst = [...notices].sort((one, other) => other.at - one.at)
  const shown = all ? newestFirst : newestFirst.slice(0, 1)
  const more =
    all || notices.length < 2 ? undefined : { words: `全部 ${notices.length} 条`, onPress: () => setAll(true) }
  return (
    <>
      <SectionTitle more={more}>公告</SectionTitle>
      <Card flush>
        {shown.map(({ title, text, at }) => (
          <ListRow
            key={`${at} ${title}`}
            icon="bell"
            title={title}
            note={
              <>
                {text && <View>{text}</View>}
                <View>{sayDay(at, now)}</View>
              </>
            }
          />
        ))}
      </Card>
    </>
  )
}
