import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Grant } from '@/domain/kit'
import { memberStateLabels } from '@/domain/member/labels'
import { sayWhen } from '@/domain/time'
import { Button } from '@/ui/button'
import { StateTag } from '@/ui/state-tag'
import { AmendForm, DeclineForm } from './member-forms'
import { GrantForm, MemberRoles, RevokeQuestion } from './member-roles'
import { memberTones, type MemberRow } from './member-rows'
import { MergeQuestion, WaitingActions } from './member-waiting'
import './member-desk.scss'

/** What is being done with the member that is open. */
export type Step =
  | { is: 'look' }
  | { is: 'merge'; into: MemberRow }
  | { is: 'decline' }
  | { is: 'amend' }
  | { is: 'grant' }
  | { is: 'revoke'; grant: Grant }

export interface PanelProps {
  member: MemberRow
  /** After something was done: the record as it is now, and what to say. */
  onDone: (member: MemberRow, words: string) => void
}

/** What every step is given. */
export interface StepProps extends PanelProps {
  go: (step: Step) => void
}

/** One member: what the desk may see, and what it may do. `staff` also hands out roles. */
export function MemberPanel({ member, staff, onDone }: PanelProps & { staff: boolean }) {
  const [step, setStep] = useState<Step>({ is: 'look' })
  const done = (changed: MemberRow, words: string) => {
    setStep({ is: 'look' })
    onDone(changed, words)
  }
  const props: StepProps = { member, onDone: done, go: setStep }
  return (
    <View className="member-desk__panel">
      <MemberFacts member={member} />
      <CurrentStep step={step} staff={staff} {...props} />
      {step.is !== 'look' && (
        <View className="member-desk__back">
          <Button onPress={() => setStep({ is: 'look' })}>返回</Button>
        </View>
      )}
    </View>
  )
}

function CurrentStep({ step, staff, ...props }: StepProps & { step: Step; staff: boolean }) {
  switch (step.is) {
    case 'merge':
      return <MergeQuestion into={step.into} {...props} />
    case 'decline':
      return <DeclineForm {...props} />
    case 'amend':
      return <AmendForm {...props} />
    case 'grant':
      return <GrantForm {...props} />
    case 'revoke':
      return <RevokeQuestion grant={step.grant} {...props} />
    case 'look':
      return <Looking staff={staff} {...props} />
  }
}

function Looking({ staff, ...props }: StepProps & { staff: boolean }) {
  const { member, go } = props
  const waiting = member.state === 'unconfirmed' || member.state === 'declined'
  return (
    <View>
      {waiting && <WaitingActions {...props} />}
      {staff && member.state === 'confirmed' && <MemberRoles {...props} />}
      <View className="member-desk__back">
        <Button icon="edit" onPress={() => go({ is: 'amend' })}>
          更正姓名或支部
        </Button>
      </View>
    </View>
  )
}

function MemberFacts({ member }: { member: MemberRow }) {
  return (
    <View className="member-desk__facts">
      <View className="member-desk__name-line">
        <Text className="member-desk__name">{member.name}</Text>
        <StateTag tone={memberTones[member.state]} words={memberStateLabels[member.state]} />
      </View>
      <Text className="member-desk__fact">{member.branch.name}</Text>
      <Text className="member-desk__fact">手机 {member.phoneMasked || '没有填写'}</Text>
      <Text className="member-desk__fact">
        {member.state === 'imported' ? '导入' : '绑定'}于 {sayWhen(member.since, Date.now())}
      </Text>
    </View>
  )
}
