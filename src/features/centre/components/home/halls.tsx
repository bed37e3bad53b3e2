import { Text, View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { useSmallPicture } from '@/lib/small-pictures'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { FloorPlan } from '../plan/floor-plan'
import type { CentreAnswer } from './opening'
import './halls.scss'

type Hall = CentreAnswer['halls'][number]

/** Beside the words, which say the same: the picture itself is silent. */
function HallCard({ hall }: { hall: Hall & { hallId: NonNullable<Hall['hallId']> } }) {
  const source = useSmallPicture(hall.picture?.url ?? '')
  return (
    <Card onPress={() => void to.hall(hall.hallId)}>
      <View className="hall-card">
        <View className="hall-card__picture">
          <Picture src={source} alt="" ratio={4 / 3} />
        </View>
        <View className="hall-card__body">
          <Text className="hall-card__number">{`${hall.hallId.slice(1)} 号`}</Text>
          <Text className="hall-card__title">{hall.title}</Text>
          <Text className="hall-card__summary">{hall.summary}</Text>
        </View>
      </View>
    </Card>
  )
}

/** The halls on the plan and, as an equal way, one below the other. */
export function Halls({ halls }: { halls: readonly Hall[] }) {
  const known = halls.flatMap((hall) => (hall.hallId ? [{ ...hall, hallId: hall.hallId }] : []))
  const titles = new Map<string, string>(known.map(({ hallId, title }) => [hallId, title]))
  return (
    <>
      <SectionTitle note="点一处，走进去">平面图</SectionTitle>
      <FloorPlan titles={titles} />
      <SectionTitle>三区三室一吧一廊</SectionTitle>
      {known.length === 0 && (
        <EmptyState icon="hall" title="展厅介绍正在整理" why="整理好之后会出现在这里，欢迎先到现场参观" />
      )}
      <View className="hall-cards">
        {known.map((hall) => (
          <HallCard key={hall.id} hall={hall} />
        ))}
      </View>
    </>
  )
}
