import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

/** What else there is for an enterprise beside a slot on a service day. */
export function WaysIn({ speaks }: { speaks: boolean }) {
  return (
    <>
      <SectionTitle>更多服务</SectionTitle>
      <Card flush>
        <ListRow
          icon="flask"
          title="一对一指导"
          note="科技项目申报：由同一位辅导员陪到出结果"
          onPress={() => to.askGuidance()}
        />
        <ListRow
          icon="clock"
          title="候补和咨询记录"
          note="约满的主题可以候补，有空位先留给您"
          onPress={() => to.myConsultations()}
        />
        <ListRow
          icon="people"
          title="我的企业"
          note={speaks ? '联络人和企业资料' : '成为企业联络人，就能预约和跟进'}
          onPress={() => to.myEnterprises()}
        />
        <ListRow icon="edit" title="写下问题或建议" note="不用等到服务日，现在就能写" onPress={() => to.suggest()} />
      </Card>
    </>
  )
}
