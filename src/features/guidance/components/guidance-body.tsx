import { Text, View } from '@tarojs/components'
import { matchedByLabels, stageLabels } from '@/domain/guidance/labels'
import { sayWhen } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { Looks } from '@/features/looks'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { Checklist } from './checklist'
import { Files } from './files'
import { whyOf } from './guide-words'
import { GuidanceResult } from './guidance-head'
import type { GuidanceView } from './guidance-model'
import { Meetings } from './meetings'
import type { useGuidance } from './use-guidance'
import './guidance-body.scss'

interface GuidanceBodyProps {
  view: GuidanceView
  desk: ReturnType<typeof useGuidance>
}

/** Everything that both sides see of a guidance; what each may do shows itself by its buttons. */
export function GuidanceBody({ view, desk: { refused, change, setOpen } }: GuidanceBodyProps) {
  if (!view.full) return <Outlined view={view} onReveal={() => setOpen({ sheet: 'reveal' })} />
  const { items, files, meetings } = view.full
  // Nothing more comes to what is over: what is empty then says nothing.
  const open = view.outline.state === 'open'
  return (
    <>
      {refused && <Refused error={refused} />}
      <GuidanceResult view={view} />
      <Need view={view} />
      {(open || items.length > 0) && (
        <Checklist view={view} change={change} onEdit={(item) => setOpen({ sheet: 'item', item })} />
      )}
      {(open || files.length > 0) && <Files view={view} onAdd={(slot) => setOpen({ sheet: 'file', slot })} />}
      {(open || meetings.length > 0) && <Meetings view={view} onDeed={(deed) => setOpen({ sheet: 'meeting', deed })} />}
      <History view={view} />
      <Looks looks={view.full?.looks} now={view.now} />
    </>
  )
}

/** Of somebody who sees how far it is and no more: why, and what staff can do where they have to know more. */
function Outlined({ view: { side }, onReveal }: { view: GuidanceView; onReveal: () => void }) {
  return (
    <Notice
      title="只显示概要"
      action={
        side === 'staff' && (
          <Button compact icon="eye" onPress={onReveal}>
            登记原因后查看
          </Button>
        )
      }
    >
      清单、文件和纪要只有企业联络人、辅导员和队长能看。这里是进展概况，查看已记录。
    </Notice>
  )
}

/** What the enterprise needs, and why whoever guides it does. */
function Need({ view: { full, outline, now, side } }: { view: GuidanceView }) {
  if (!full) return null
  const { match, words } = full
  return (
    <>
      <SectionTitle>企业的需求</SectionTitle>
      <Card>
        <Text className="guidance-need__words" userSelect>
          {words}
        </Text>
        {match && (
          <View className="guidance-need__why">
            <Icon name="person" size="small" />
            <Text className="guidance-need__why-words">
              {[
                matchedByLabels[match.by],
                whyOf(match, { topic: outline.topic, now, ours: side === 'enterprise' }),
              ].join('：')}
              {match.words && `。${match.words}`}
            </Text>
          </View>
        )}
      </Card>
    </>
  )
}

function History({ view: { full, now } }: { view: GuidanceView }) {
  if (!full || full.stageHistory.length === 0) return null
  return (
    <>
      <SectionTitle>阶段变化</SectionTitle>
      <Card>
        {[...full.stageHistory].reverse().map(({ at, byName, from, to, reason }) => (
          <View key={at} className="guidance-history__line">
            {`${sayWhen(at, now)} ${byName}：${stageLabels[from]} → ${stageLabels[to]}${reason ? `，${reason}` : ''}`}
          </View>
        ))}
      </Card>
    </>
  )
}
