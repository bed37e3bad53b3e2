import { FORMER_STAFF } from '@/domain/consultation/labels'
import { sayWhen } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

interface LooksProps {
  /** Missing for whoever does not see them. */
  looks: readonly { at: number; byName: string; reason: string }[] | undefined
  now: number
}

/** Which of staff has looked at what is confidential, and why; nothing when nobody has. */
export function Looks({ looks, now }: LooksProps) {
  if (!looks || looks.length === 0) return null
  return (
    <>
      <SectionTitle note={`${looks.length} 次`}>工作人员查看记录</SectionTitle>
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
