import { View } from '@tarojs/components'
import { useState } from 'react'
import { industryLabels } from '@/domain/enterprise/labels'
import { Refused } from '@/features/desk-state'
import { EnterprisePicker } from '@/features/enterprise-picker'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { joinEnterprise } from '../../api'
import type { OwnEnterprise } from './own-card'
import '../enterprise.scss'

type Picked = OwnEnterprise['enterprise']

interface JoinSheetProps {
  /** The enterprise, where it is known already. */
  picked?: Picked
  /** What the person said that they are there, when they asked before. */
  position?: string
  /** Enterprises that need not be asked for. */
  known: readonly string[]
  onClose: () => void
  onJoined: (name: string) => void
}

/** Asks to speak for an enterprise: which one, and what the person is there. */
export function JoinSheet({ picked, known, onClose, ...props }: JoinSheetProps) {
  const [enterprise, setEnterprise] = useState(picked)
  if (!enterprise) return <EnterprisePicker title="选择企业" chosen={known} onPick={setEnterprise} onClose={onClose} />
  const again = picked ? undefined : () => setEnterprise(undefined)
  return <PositionForm enterprise={enterprise} onAgain={again} onClose={onClose} {...props} />
}

interface PositionFormProps extends Pick<JoinSheetProps, 'position' | 'onClose' | 'onJoined'> {
  enterprise: Picked
  onAgain: (() => void) | undefined
}

const POSITION_LENGTH = 30

function PositionForm({ enterprise, position = '', onAgain, onClose, onJoined }: PositionFormProps) {
  const [words, setWords] = useState(position)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const join = () => {
    setAsked(true)
    if (!words.trim()) return undefined
    return run(async () => {
      await joinEnterprise(enterprise.id, words.trim())
      onJoined(enterprise.name)
    })
  }
  return (
    <Sheet
      title="申请成为联络人"
      onClose={onClose}
      action={
        <Button kind="main" onPress={join}>
          提交申请
        </Button>
      }
    >
      <View className="enterprise__words">
        <Card flush>
          <ListRow
            icon="flag"
            title={enterprise.name}
            note={industryLabels[enterprise.industry]}
            trailing={
              onAgain && (
                <Button compact label="换一家企业" onPress={onAgain}>
                  换一家
                </Button>
              )
            }
          />
        </Card>
      </View>
      <TextField
        label="您在企业的职务"
        placeholder="例如：综合部主管"
        hint="工作人员会据此与企业核实，同企业的联络人也看得到"
        maxLength={POSITION_LENGTH}
        value={words}
        error={asked && !words.trim() ? '请填写职务' : undefined}
        onChange={setWords}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
