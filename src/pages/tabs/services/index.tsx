import { View } from '@tarojs/components'
import { ServiceOffers, ServiceSteps } from '@/features/service/components/service-preview'
import { to } from '@/lib/routes'
import { BrandBand } from '@/ui/brand-band'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import './index.scss'

/** What the chain service day and its team will offer, and where to turn until then. */
export default function ServicesPage() {
  return (
    <PageFrame
      title="服务"
      root
      hero={<BrandBand title="链上服务" words="变“企业找我”为“我找企业”" />}
      side={<Team />}
      sideOnPhone="after"
    >
      <Notice tone="wait" title="线上预约还在筹备">
        开放以后就在这一页预约。现在有想问的事，可以先写给我们。
      </Notice>
      <ServiceOffers />
      <ServiceSteps />
    </PageFrame>
  )
}

function Team() {
  return (
    <>
      <SectionTitle>链上服务小分队</SectionTitle>
      <Card>
        <View>政策、税务和科技志愿者，党务指导员，企业工程师，还有党员教授，一起把服务送到产业链上。</View>
        <View className="services-page__now">不用等到服务日，有想问的事现在就能写下来。</View>
        <Button icon="edit" onPress={to.suggest}>
          写下问题或建议
        </Button>
      </Card>
    </>
  )
}
