import { Text, View } from '@tarojs/components'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { StateTag } from '@/ui/state-tag'
import { partyWords, whenWords, type Visit } from './booking'
import { arrivalWords, canArrive, canCancel, isAhead, visitTag } from './visit-state'
import './visit-card.scss'

interface VisitCardProps {
  visit: Visit
  now: number
  onCancel: (visit: Visit) => Promise<void>
}

/** One visit of one's own: when, who, where it stands, and what can be done now. */
export function VisitCard({ visit, now, onCancel }: VisitCardProps) {
  const arriving = canArrive(visit, now)
  const when = whenWords(visit, now)
  return (
    <Card tone={arriving ? 'live' : 'plain'}>
      <View className="visit-card__head">
        <Text className="visit-card__when">{when}</Text>
        <StateTag {...visitTag(visit, now)} />
      </View>
      <View className="visit-card__line">{partyWords(visit)}</View>
      {isAhead(visit, now) && <View className="visit-card__line">{arrivalWords(visit, now)}</View>}
      {visit.closedReason !== '' && isAhead(visit, now) && (
        <Notice tone="bad" title="这个时段中心有变动">
          {`${visit.closedReason}。请先致电中心确认，或取消后改约别的时段`}
        </Notice>
      )}
      {(arriving || canCancel(visit, now)) && (
        <View className="visit-card__actions">
          <ButtonRow>
            {canCancel(visit, now) && (
              <Button label={`取消预约：${when}`} onPress={() => onCancel(visit)}>
                取消预约
              </Button>
            )}
            {arriving && (
              <Button kind="main" icon="scan" onPress={() => to.arrive()}>
                到访登记
              </Button>
            )}
          </ButtonRow>
        </View>
      )}
    </Card>
  )
}
