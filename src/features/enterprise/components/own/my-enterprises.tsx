import { View } from '@tarojs/components'
import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { refreshSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { JoinSheet } from './join-sheet'
import { LeaveSheet } from './leave-sheet'
import { OwnCard, type OwnEnterprise } from './own-card'
import '../enterprise.scss'

/** What is being done: asking, for a new enterprise or once more, or leaving one. */
type Step = { is: 'join'; again?: OwnEnterprise } | { is: 'leave'; own: OwnEnterprise }

/** The enterprises that the person speaks for or asks to. */
export function MyEnterprises() {
  const mine = useCall('enterprise.mine', {}, { keep: true })
  const now = useNow()
  const [step, setStep] = useState<Step>()
  const [said, setSaid] = useState('')
  useListGestures(mine)
  const done = (words: string) => {
    setStep(undefined)
    setSaid(words)
    void mine.refresh()
    // Rights come and go with it, and with them what other pages show.
    void refreshSession()
  }
  const known = mine.data?.items.filter(({ state }) => state !== 'declined').map(({ enterprise }) => enterprise.id)
  return (
    <>
      {said !== '' && <Notice tone="good">{said}</Notice>}
      <Asked of={mine} skeleton={<Skeleton shape="cards" />}>
        {({ items }) => <Cards items={items} now={now} onStep={setStep} />}
      </Asked>
      {step?.is === 'join' && (
        <JoinSheet
          picked={step.again?.enterprise}
          position={step.again?.position}
          known={known ?? []}
          onClose={() => setStep(undefined)}
          onJoined={(name) => done(`已提交申请，工作人员会与${name}核实`)}
        />
      )}
      {step?.is === 'leave' && (
        <LeaveSheet
          own={step.own}
          onClose={() => setStep(undefined)}
          onLeft={(name) => done(`您已不是${name}的联络人`)}
        />
      )}
    </>
  )
}

function Cards({ items, now, onStep }: { items: OwnEnterprise[]; now: number; onStep: (step: Step) => void }) {
  if (items.length === 0)
    return (
      <EmptyState icon="people" title="还没有关联企业" why="成为企业联络人后，可以替企业预约服务日、跟进咨询">
        <Button kind="main" onPress={() => onStep({ is: 'join' })}>
          申请成为联络人
        </Button>
      </EmptyState>
    )
  return (
    <>
      {items.map((own) => (
        <OwnCard
          key={own.enterprise.id}
          own={own}
          now={now}
          onLeave={() => onStep({ is: 'leave', own })}
          onAskAgain={() => onStep({ is: 'join', again: own })}
        />
      ))}
      <View className="enterprise__actions">
        <Button icon="plus" onPress={() => onStep({ is: 'join' })}>
          关联另一家企业
        </Button>
      </View>
    </>
  )
}
