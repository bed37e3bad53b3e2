import { View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import './online-halls.scss'

const plans = ['看展品的文字、图片、音频和视频', '在 360° 全景里走一圈', '到现场扫展品旁的码，直接听讲解']

/** What the halls will offer here once their exhibits are in, and what a visitor can do until then. */
export function OnlineHalls() {
  return (
    <>
      <SectionTitle>线上展馆</SectionTitle>
      <Card>
        <View>各馆的展品正在整理上线，之后在这里可以：</View>
        {plans.map((plan) => (
          <View key={plan} className="online-halls__plan">
            {plan}
          </View>
        ))}
        <Notice>现在可以先参加在中心举办的活动，到现场参观。</Notice>
        <Button icon="calendar" onPress={to.events}>
          看看近期活动
        </Button>
      </Card>
    </>
  )
}
