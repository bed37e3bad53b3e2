import { Text, View } from '@tarojs/components'
import { industryLabels } from '@/domain/enterprise/labels'
import { UNMET_DAYS } from '@/domain/enterprise/rules'
import { Listed } from '@/features/listed'
import { useNow } from '@/lib/clock'
import type { ItemOf, List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { StateTag } from '@/ui/state-tag'
import { metWords } from '../met-words'
import { visitDay } from './visit-card'
import '../enterprise.scss'

export type Unmet = ItemOf<'enterprise.unmet'>

interface UnmetListProps {
  list: List<'enterprise.unmet'>
  onPlan: (enterprise: Unmet) => void
}

/** Enterprises that nobody has met for long, those never met first. */
export function UnmetList({ list, onPlan }: UnmetListProps) {
  const now = useNow()
  const empty = (
    <EmptyState icon="check" title="每家企业都见过面" why={`超过 ${UNMET_DAYS} 天没有见面的企业会出现在这里`} />
  )
  return (
    <Listed of={list} empty={empty} end="以上是全部待走访的企业">
      {(items) => items.map((one) => <UnmetCard key={one.id} one={one} now={now} onPlan={() => onPlan(one)} />)}
    </Listed>
  )
}

function UnmetCard({ one, now, onPlan }: { one: Unmet; now: number; onPlan: () => void }) {
  const { name, industry, address, visit } = one
  return (
    <Card>
      <View className="enterprise__head">
        <Text className="enterprise__name">{name}</Text>
        {visit && <StateTag tone="wait" words="已安排" />}
      </View>
      <View className="enterprise__line">
        {industryLabels[industry]}
        {address && `，${address}`}
      </View>
      <View className="enterprise__line">{metWords(one, now)}</View>
      {visit ? (
        <View className="enterprise__line">
          {visitDay(visit.day)}，{visit.byName}走访
        </View>
      ) : (
        <View className="enterprise__actions">
          <Button icon="calendar" label={`安排走访：${name}`} onPress={onPlan}>
            安排走访
          </Button>
        </View>
      )}
    </Card>
  )
}
