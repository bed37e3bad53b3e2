import { View } from '@tarojs/components'
import { HallList } from '@/features/centre/components/hall-list'
import { to } from '@/lib/routes'
import { BrandBand } from '@/ui/brand-band'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import './index.scss'

/** The eight halls of the centre, and what their pages will hold once the exhibits are in. */
export default function HallsPage() {
  return (
    <PageFrame
      title="展馆"
      root
      hero={<BrandBand title="党群服务中心" words="天安智谷科技产业园" />}
      side={<Coming />}
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

function Coming() {
  return (
    <>
      <SectionTitle>线上展馆</SectionTitle>
      <Card>
        <View>各馆的展品正在整理上线，之后在这里可以：</View>
        <View className="halls-page__plan">看展品的文字、图片、音频和视频</View>
        <View className="halls-page__plan">在 360° 全景里走一圈</View>
        <View className="halls-page__plan">到现场扫展品旁的码，直接听讲解</View>
        <Notice>现在可以先参加在中心举办的活动，到现场参观。</Notice>
        <Button icon="calendar" onPress={to.events}>
          看看近期活动
        </Button>
      </Card>
    </>
  )
}
