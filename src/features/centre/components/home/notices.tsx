import { View } from '@tarojs/components'
import { sayDay } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { Centre } from './opening'

/** What the centre has to tell, the newest first; nothing at all when it has nothing. */
export function Notices({ notices, now }: { notices: Centre['notices']; now: number }) {
  if (notices.length === 0) return null
  const newestFirst = [...notices].sort((one, other) => other.at - one.at)
  return (
    <>
      <SectionTitle>公告</SectionTitle>
      <Card flush>
        {newestFirst.map(({ title, text, at }) => (
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
