import { View } from '@tarojs/components'
import { stageLabels } from '@/domain/guidance/labels'
import { sayWhen } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { Checklist } from './checklist'
import { Files } from './files'
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
  if (!view.full) return <Notice>清单、文件和纪要只有企业联络人、辅导员和队长能看。这里是进展概况，查看已记录。</Notice>
  return (
    <>
      {refused && <Refused error={refused} />}
      <GuidanceResult view={view} />
      <Checklist view={view} change={change} onEdit={(item) => setOpen({ sheet: 'item', item })} />
      <Files view={view} onAdd={(slot) => setOpen({ sheet: 'file', slot })} />
      <Meetings view={view} onDeed={(deed) => setOpen({ sheet: 'meeting', deed })} />
      <History view={view} />
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
