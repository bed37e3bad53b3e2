import { exhibitKindLabels } from '@/domain/exhibit/labels'
import { CREATABLE_KINDS } from '@/domain/exhibit/rules'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'

type Creatable = (typeof CREATABLE_KINDS)[number]

const kinds: Record<Creatable, { icon: IconName; note: string }> = {
  display: { icon: 'hall', note: '挂在展厅里，有三位编号，扫墙上的码打开' },
  story: { icon: 'book', note: '党建故事，可以看、可以听，按主题查找' },
  milestone: { icon: 'timeline', note: '党史长廊里的一个日子' },
}

/** What an editor can begin. */
export function NewExhibit({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="新建" onClose={onClose}>
      <Card flush>
        {CREATABLE_KINDS.map((kind) => (
          <ListRow
            key={kind}
            icon={kinds[kind].icon}
            title={exhibitKindLabels[kind]}
            note={kinds[kind].note}
            onPress={() => {
              onClose()
              void to.exhibitEdit({ kind })
            }}
          />
        ))}
      </Card>
    </Sheet>
  )
}
