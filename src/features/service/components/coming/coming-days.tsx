import { View } from '@tarojs/components'
import { Asked } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { DayCard } from './day-card'
import type { Coming } from './use-coming'
import './coming-days.scss'

/** The service days to come: when, where, who sits there, and what is left. */
export function ComingDays({ coming: { coming, now } }: { coming: Coming }) {
  return (
    <>
      <SectionTitle>近期服务日</SectionTitle>
      <Asked of={coming} skeleton={<Skeleton shape="cards" />}>
        {({ days }) =>
          days.length === 0 ? (
            <EmptyState
              icon="calendar"
              title="近期没有服务日"
              why="新的服务日发布后会出现在这里，着急的问题可以先写下来"
            >
              <Button icon="edit" onPress={() => to.suggest()}>
                写下问题或建议
              </Button>
            </EmptyState>
          ) : (
            <View className="coming-days">
              {days.map((day) => (
                <DayCard key={day.id} day={day} now={now} />
              ))}
            </View>
          )
        }
      </Asked>
    </>
  )
}
