import { View } from '@tarojs/components'
import { HALL_IDS } from '@/domain/exhibit/rules'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { StateTag } from '@/ui/state-tag'
import { openWords, sinceFigure, type Centre } from './opening'
import './about.scss'

/** Whether one can go there now. */
export function OpenNow({ centre, now }: { centre: Centre; now: number }) {
  const { open, words } = openWords(centre, now)
  return <StateTag tone={open ? 'good' : 'wait'} icon="clock" words={words} />
}

/** What the centre is. */
export function About({ centre, now }: { centre: Centre; now: number }) {
  return (
    <Card>
      <OpenNow centre={centre} now={now} />
      {centre.intro.split('\n').map((paragraph) => (
        <View key={paragraph} className="centre-about__words">
          {paragraph}
        </View>
      ))}
      <Figures
        items={[
          { value: HALL_IDS.length, unit: '处', label: '展厅和功能室' },
          { value: centre.area.toLocaleString('en-US'), unit: '㎡', label: '面积' },
          sinceFigure(centre.openedOn),
        ]}
      />
    </Card>
  )
}
