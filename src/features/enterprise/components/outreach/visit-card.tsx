import { Text, View } from '@tarojs/components'
import { correctedWords, outreachStateLabels } from '@/domain/enterprise/labels'
import type { OutreachState } from '@/domain/enterprise/rules'
import { atWallClock, sayDate, sayWhen } from '@/domain/time'
import type { ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { StateTag, type Tone } from '@/ui/state-tag'
import '../enterprise.scss'

export type Visit = ItemOf<'enterprise.visits'>

const tones: Record<OutreachState, Tone> = { planned: 'wait', done: 'good', cancelled: 'quiet' }
const UNSEEN = '记录只有走访人和小分队队长看得到'
export const visitDay = (day: string): string => sayDate(atWallClock(day, '12:00'))

interface VisitCardProps {
  visit: Visit
  /** Whether the person may cancel what others go to. */
  arranges: boolean
  now: number
  /** Writes it up, or corrects what was written. */
  onWriteUp: () => void
  onCancel: () => unknown
}

/** A visit to an enterprise: when, who goes, what was said, and what can be done with it. */
export function VisitCard({ visit, arranges, now, onWriteUp, onCancel }: VisitCardProps) {
  const { enterpriseName, day, byName, state, mine } = visit
  const planned = state === 'planned'
  return (
    <Card>
      <View className="enterprise__head">
        <Text className="enterprise__name">{enterpriseName}</Text>
        <StateTag tone={tones[state]} words={outreachStateLabels[state]} />
      </View>
      <View className="enterprise__line">
        {visitDay(day)}，{byName || '走访人已注销'}
      </View>
      {state === 'done' && <Written visit={visit} now={now} onCorrect={onWriteUp} />}
      {planned && (mine || arranges) && (
        <View className="enterprise__actions">
          <ButtonRow>
            <Button label={`取消走访：${enterpriseName}`} onPress={onCancel}>
              取消走访
            </Button>
            {mine && (
              <Button kind="main" label={`写记录：${enterpriseName}`} onPress={onWriteUp}>
                写记录
              </Button>
            )}
          </ButtonRow>
        </View>
      )}
    </Card>
  )
}

/** What was said there, and what stood there before it was corrected. */
function Written({ visit, now, onCorrect }: { visit: Visit; now: number; onCorrect: () => void }) {
  const { enterpriseName, note, corrections, mine } = visit
  return (
    <>
      <View className="enterprise__note">{note ?? UNSEEN}</View>
      <Earlier corrections={corrections ?? []} now={now} />
      {mine && (
        <View className="enterprise__actions">
          <Button icon="edit" label={`更正记录：${enterpriseName}`} onPress={onCorrect}>
            更正记录
          </Button>
        </View>
      )}
    </>
  )
}

/** What stood there before each correction, the last first. */
function Earlier({ corrections, now }: { corrections: NonNullable<Visit['corrections']>; now: number }) {
  return [...corrections].reverse().map(({ at, own, day, note }) => (
    <View key={at} className="enterprise__before">
      <View>{correctedWords(sayWhen(at, now), own)}</View>
      <View>{`${visitDay(day)}，${note}`}</View>
    </View>
  ))
}
