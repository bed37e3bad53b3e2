import { Text, View } from '@tarojs/components'
import { stageLabels, stageNotes } from '@/domain/guidance/labels'
import { STAGES, type Stage } from '@/domain/guidance/rules'
import { spoken } from '@/ui/a11y'
import { classes } from '@/ui/classes'
import { Icon } from '@/ui/icon'
import './stage-strip.scss'

/** How far it is: what lies behind, where it stands, what is to come. */
export function StageStrip({ stage, over }: { stage: Stage; over: boolean }) {
  const here = STAGES.indexOf(stage)
  return (
    <View>
      <View className="stage-strip" {...spoken({ role: 'list', label: '阶段' })}>
        {STAGES.map((one, place) => {
          const done = place < here || (over && place === here)
          const words = done ? '已完成' : place === here ? '进行中' : '还没到'
          return (
            <View
              key={one}
              className={classes(
                'stage-strip__step',
                done && 'stage-strip__step--done',
                !done && place === here && 'stage-strip__step--here',
              )}
              {...spoken({ role: 'listitem', label: `${stageLabels[one]}，${words}` })}
            >
              <View className="stage-strip__mark" {...spoken({ hidden: true })}>
                {done ? <Icon name="check" size="small" /> : place + 1}
              </View>
              <Text className="stage-strip__words">{stageLabels[one]}</Text>
            </View>
          )
        })}
      </View>
      {!over && <View className="stage-strip__note">{stageNotes[stage]}</View>}
    </View>
  )
}
