import { Text, View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { SectionTitle } from '@/ui/section-title'
import './centre-card.scss'

/** Public figures of the centre and the organisations around it. */
const FIGURES = [
  { value: '1,039', unit: '㎡', label: '服务面积' },
  { value: 8, unit: '处', label: '展厅和功能室' },
  { value: 56, unit: '个', label: '基层党组织' },
] as const

/** The centre in a few facts; the halls tab has more. */
export function CentreCard() {
  return (
    <>
      <SectionTitle more={{ words: '看展馆', onPress: () => void to.halls() }}>党群服务中心</SectionTitle>
      <Card>
        <Figures items={FIGURES} />
        <View className="centre-card__words">
          <Text>三区三室一吧一廊，天安智谷科技产业园，2021 年 11 月启用，免费向企业和群众开放。</Text>
        </View>
      </Card>
    </>
  )
}
