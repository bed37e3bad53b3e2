import { FORMER_STAFF } from '@/domain/consultation/labels'
import { sayWhen } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import type { ConsultationView } from '../talk/talk-model'

/** Which of staff has looked at the question, and why; nothing when nobody has. */
export function OwnLooks({ view, now }: { view: ConsultationView; now: number }) {
  const looks = view.full?.looks ?? []
  if (looks.length === 0) return null
  return (
    <>
      <SectionTitle>谁查看过</SectionTitle>
      <Card flush>
        {looks.map(({ at, byName, reason }) => (
          <ListRow
            key={`${at}-${byName}`}
            icon="eye"
            title={`${byName || FORMER_STAFF} · ${sayWhen(at, now)}`}
            note={`原因：${reason}`}
          />
        ))}
      </Card>
    </>
  )
}
