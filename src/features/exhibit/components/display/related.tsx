import { sayWhen } from '@/domain/time'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { ExhibitAnswer } from '../exhibit-words'

/** Events and branches that have to do with it, where there are any. */
export function Related({ events, branches }: Pick<ExhibitAnswer, 'events' | 'branches'>) {
  const now = useNow(60_000)
  if (events.length + branches.length === 0) return null
  return (
    <>
      <SectionTitle>相关活动与支部</SectionTitle>
      <Card flush>
        {events.map(({ id, title, startsAt }) => (
          <ListRow
            key={id}
            icon="calendar"
            title={title}
            note={sayWhen(startsAt, now)}
            onPress={() => void to.event(id)}
          />
        ))}
        {branches.map(({ id, name }) => (
          <ListRow key={id} icon="flag" title={name} />
        ))}
      </Card>
    </>
  )
}
