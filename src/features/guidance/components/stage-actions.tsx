import { View } from '@tarojs/components'
import { stageLabels } from '@/domain/guidance/labels'
import { nextStage, STAGES } from '@/domain/guidance/rules'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { moveStage } from '../api'
import { mayWork, type GuidanceView } from './guidance-model'
import type { useGuidance } from './use-guidance'
import './stage-actions.scss'

interface StageActionsProps {
  view: GuidanceView
  desk: ReturnType<typeof useGuidance>
}

/** The one main step of the team: on to the next stage, or the result at the end. */
export function MainStep({ view, desk: { change, setOpen } }: StageActionsProps) {
  const { stage, id } = view.outline
  const next = nextStage(stage)
  if (next === null || next === 'result')
    return (
      <Button kind="main" onPress={() => setOpen({ sheet: 'finish' })}>
        登记结果
      </Button>
    )
  const on = () => moveStage({ consultationId: id, from: stage, to: next, reason: '' })
  return (
    <Button kind="main" onPress={() => change(on, `已进入“${stageLabels[next]}”`)}>
      {`进入“${stageLabels[next]}”`}
    </Button>
  )
}

/** What else can be done with the stage. */
export function OtherSteps({ view, desk: { setOpen } }: StageActionsProps) {
  if (!mayWork(view)) return null
  const { stage } = view.outline
  const early = STAGES.indexOf(stage) < STAGES.indexOf('submission')
  return (
    <View className="stage-actions">
      <ButtonRow>
        {stage !== 'diagnosis' && (
          <Button compact onPress={() => setOpen({ sheet: 'back' })}>
            退回前面的阶段
          </Button>
        )}
        {early && (
          <Button compact onPress={() => setOpen({ sheet: 'finish' })}>
            不再申报
          </Button>
        )}
      </ButtonRow>
    </View>
  )
}

/** What both sides wrote to each other stands with the consultation. */
export function TalkLink({ onPress }: { onPress: () => void }) {
  return (
    <View className="stage-actions">
      <Button icon="chat" onPress={onPress}>
        留言和往来
      </Button>
    </View>
  )
}
