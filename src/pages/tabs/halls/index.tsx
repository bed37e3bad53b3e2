import { View } from '@tarojs/components'
import { HallList } from '@/features/centre/components/hall-list'
import { OnlineHalls } from '@/features/centre/components/online-halls'
import { BrandBand } from '@/ui/brand-band'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The eight halls of the centre, and what their pages will hold once the exhibits are in. */
export default function HallsPage() {
  return (
    <PageFrame
      title="展馆"
      root
      hero={<BrandBand title="党群服务中心" words="天安智谷科技产业园" />}
      side={<OnlineHalls />}
      sideOnPhone="after"
    >
      <Card>
        <Figures
          items={[
            { value: 8, unit: '处', label: '三区三室一吧一廊' },
            { value: '1,039', unit: '㎡', label: '面积' },
          ]}
        />
        <View className="halls-page__since">2021 年 11 月启用，面向园区党员和群众开放</View>
      </Card>
      <HallList />
    </PageFrame>
  )
}
