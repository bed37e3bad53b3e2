import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { useNow } from '@/lib/clock'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Choice } from '@/ui/choice'
import { TextField } from '@/ui/text-field'
import { confirmContact, declineContact, removeContact } from '../../api'
import { ContactFacts, type Contact } from './contact-facts'
import '../enterprise.scss'

interface ContactPanelProps {
  contact: Contact
  /** The others who speak for the enterprise, as far as they are known here: who can take over. */
  others?: readonly Contact[]
  /** After something was done: what to say. */
  onDone: (words: string) => void
}

/** One contact: confirmed or declined while they wait, removed while they speak. */
export function ContactPanel(props: ContactPanelProps) {
  const { contact } = props
  return (
    <View>
      <ContactFacts contact={contact} now={useNow()} />
      {contact.state === 'waiting' && <Decision {...props} />}
      {contact.state === 'confirmed' && <Removal {...props} />}
    </View>
  )
}

function Decision({ contact, onDone }: ContactPanelProps) {
  const [declining, setDeclining] = useState(false)
  const [refused, run] = useRefusable()
  const { enterpriseId, memberId, name } = contact
  const confirm = () =>
    run(async () => {
      await confirmContact(enterpriseId, memberId)
      onDone(`已确认${name}为联络人`)
    })
  const decline = (reason: string) =>
    run(async () => {
      await declineContact({ enterpriseId, memberId, reason })
      onDone(`已退回${name}的申请`)
    })
  if (declining)
    return (
      <>
        <ReasonForm
          words={`${name}会看到您写的原因，可以更正后再申请。`}
          placeholder="例如：企业反馈没有这位员工"
          action="退回申请"
          onSend={decline}
          onBack={() => setDeclining(false)}
        />
        {refused && <Refused error={refused} />}
      </>
    )
  return (
    <>
      <View className="enterprise__words">
        请先与企业核实这个人能代表企业。确认后，对方能看到这家企业的咨询和预约。
      </View>
      {refused && <Refused error={refused} />}
      <ButtonRow>
        <Button onPress={() => setDeclining(true)}>不通过</Button>
        <Button kind="main" onPress={confirm}>
          确认为联络人
        </Button>
      </ButtonRow>
    </>
  )
}

function Removal({ contact, others = [], onDone }: ContactPanelProps) {
  const [removing, setRemoving] = useState(false)
  const [successor, setSuccessor] = useState<string>()
  const [refused, run] = useRefusable()
  const { enterpriseId, memberId, name, enterpriseName } = contact
  const remove = (reason: string) =>
    run(async () => {
      await removeContact({ enterpriseId, memberId, reason, ...(successor !== undefined && { successor }) })
      onDone(`${name}已不是${enterpriseName}的联络人`)
    })
  if (!removing)
    return (
      <Button kind="danger" onPress={() => setRemoving(true)}>
        移除联络人
      </Button>
    )
  return (
    <>
      {others.length > 0 && (
        <Choice
          label="由谁接手"
          optional
          hint="不选时，交给担任最久的联络人"
          options={others.map((other) => ({ value: other.memberId, words: other.name, note: other.position }))}
          value={successor}
          onChange={setSuccessor}
        />
      )}
      <ReasonForm
        words={`${name}马上看不到这家企业的咨询和预约，会收到通知。${others.length > 0 ? '' : '这家企业就没有联络人了。'}`}
        placeholder="例如：企业告知已离职"
        action="移除联络人"
        onSend={remove}
        onBack={() => setRemoving(false)}
      />
      {refused && <Refused error={refused} />}
    </>
  )
}

const REASON_LENGTH = 100

interface ReasonFormProps {
  /** Who reads the reason, and what follows. */
  words: string
  placeholder: string
  action: string
  onSend: (reason: string) => Promise<void>
  onBack: () => void
}

function ReasonForm({ words, placeholder, action, onSend, onBack }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    return reason.trim() ? onSend(reason.trim()) : undefined
  }
  return (
    <>
      <View className="enterprise__words">{words}</View>
      <TextField
        kind="lines"
        label="原因"
        placeholder={placeholder}
        maxLength={REASON_LENGTH}
        value={reason}
        error={asked && !reason.trim() ? '请写明原因' : undefined}
        onChange={setReason}
      />
      <ButtonRow>
        <Button onPress={onBack}>返回</Button>
        <Button kind="danger" onPress={send}>
          {action}
        </Button>
      </ButtonRow>
    </>
  )
}
