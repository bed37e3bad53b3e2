import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import './service-preview.scss'

const offers: { icon: IconName; name: string; about: string }[] = [
  { icon: 'chat', name: '分时段免费咨询', about: '政策、税务、科技和党务，选一个时段，来了就有人接待' },
  { icon: 'flask', name: '一对一指导', about: '科技项目申报，由同一位专家陪着走完几次面谈' },
  { icon: 'list', name: '问题办理', about: '问题、责任、解决三张清单，件件有人管、有时限、看得到下一步' },
  { icon: 'place', name: '共享点预约', about: '中心和链主企业的会议室、培训室，链上企业免费用' },
]

const steps = [
  '选一个服务日和地点',
  '挑一个空着的时段，写下想问的事',
  '到场咨询，没带走答案的继续跟进',
  '随时查看办到了哪一步，办完评一评',
]

/** What the chain service day will offer. */
export function ServiceOffers() {
  return (
    <>
      <SectionTitle>链上服务日</SectionTitle>
      <Card flush>
        {offers.map(({ icon, name, about }) => (
          <ListRow key={name} icon={icon} title={name} note={about} />
        ))}
      </Card>
    </>
  )
}

/** How a booking will go, from choosing a day to seeing it through. */
export function ServiceSteps() {
  return (
    <>
      <SectionTitle>开放后这样预约</SectionTitle>
      <Card>
        {steps.map((step, index) => (
          <View key={step} className="service-steps__step">
            <Text className="service-steps__number">{index + 1}</Text>
            <View className="service-steps__words">{step}</View>
          </View>
        ))}
      </Card>
    </>
  )
}
