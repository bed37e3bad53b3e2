import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { View } from '@tarojs/components'
import './hall-list.scss'

interface Hall {
  name: string
  icon: IconName
  about: string
}

/** 三区三室一吧一廊: the eight halls, in the order in which a visitor walks through them. */
const groups: { title: string; halls: Hall[] }[] = [
  {
    title: '三区',
    halls: [
      { name: '发展展示区', icon: 'growth', about: '高新区两新党建从起步到今天的历程' },
      { name: '科技成果展示区', icon: 'flask', about: '园区企业的新产品、新技术与科技成果' },
      { name: '党建成果展示区', icon: 'flag', about: '“一支部、一特色、一品牌”的成果' },
    ],
  },
  {
    title: '三室',
    halls: [
      { name: '多功能服务室', icon: 'people', about: '开会、培训、主题党日和面对面咨询' },
      { name: '多屏互动电教室', icon: 'screen', about: '多块屏幕联动的党课和电教片' },
      { name: 'VR党建电教室', icon: 'headset', about: '戴上头显，走进党史里的现场' },
    ],
  },
  {
    title: '一吧一廊',
    halls: [
      { name: '智慧党建书吧', icon: 'book', about: '安静坐下来读一本书' },
      { name: '党史长廊', icon: 'timeline', about: '沿着一面墙走过党的历程' },
    ],
  },
]

/** Every hall with one line about it. Nothing here is pressable: the halls' own pages come with their exhibits. */
export function HallList() {
  return (
    <>
      {groups.map(({ title, halls }) => (
        <View key={title}>
          <SectionTitle>{title}</SectionTitle>
          <Card flush>
            {halls.map(({ name, icon, about }) => (
              <ListRow key={name} leading={<HallMark icon={icon} />} title={name} note={about} />
            ))}
          </Card>
        </View>
      ))}
    </>
  )
}

function HallMark({ icon }: { icon: IconName }) {
  return (
    <View className="hall-mark">
      <Icon name={icon} />
    </View>
  )
}
