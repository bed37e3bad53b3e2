import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

/** The ways to the workbench, for those who care for the centre. */
export function EditorRows() {
  return (
    <>
      <SectionTitle>管理展馆</SectionTitle>
      <Card flush>
        <ListRow icon="people" title="参观预约与到访" onPress={() => void to.visitDay()} />
        <ListRow icon="edit" title="展厅与展项" onPress={() => void to.deskExhibits()} />
        <ListRow icon="clock" title="开放时间与介绍" onPress={() => void to.centreEdit()} />
      </Card>
    </>
  )
}
