import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { contactStateLabels, industryLabels } from '@/domain/enterprise/labels'
import { Asked } from '@/features/call-state'
import { useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import { metWords } from '../met-words'
import { contactTones } from '../own/own-card'
import type { Contact } from './contact-facts'
import { ContactPanel } from './contact-panel'
import { EnterpriseForm } from './enterprise-form'
import '../enterprise.scss'

type Step = { is: 'look' } | { is: 'contact'; contact: Contact } | { is: 'edit' }

interface EnterprisePanelProps {
  enterpriseId: string
  onDone: (words: string) => void
}

/** One enterprise: what is known of it, and everybody who speaks for it or asks to. */
export function EnterprisePanel({ enterpriseId, onDone }: EnterprisePanelProps) {
  const question = useCall('enterprise.get', { enterpriseId })
  const [step, setStep] = useState<Step>({ is: 'look' })
  const done = (words: string) => {
    setStep({ is: 'look' })
    onDone(words)
    void question.refresh()
  }
  return (
    <Asked of={question} skeleton={<Skeleton shape="detail" />}>
      {(found) => (
        <View>
          <CurrentStep found={found} step={step} go={setStep} onDone={done} />
          {step.is !== 'look' && (
            <View className="enterprise__actions">
              <Button onPress={() => setStep({ is: 'look' })}>回到企业</Button>
            </View>
          )}
        </View>
      )}
    </Asked>
  )
}

type Found = OutputFor<'enterprise.get'>
interface StepProps {
  found: Found
  step: Step
  go: (step: Step) => void
  onDone: (words: string) => void
}

function CurrentStep({ found, step, go, onDone }: StepProps) {
  if (step.is === 'edit') return <EnterpriseForm enterprise={found.enterprise} onSaved={onDone} />
  if (step.is === 'look') return <Looking found={found} go={go} />
  const { memberId } = step.contact
  const others = found.contacts.filter((one) => one.state === 'confirmed' && one.memberId !== memberId)
  return <ContactPanel key={memberId} contact={step.contact} others={others} onDone={onDone} />
}

function Looking({ found: { enterprise, contacts }, go }: Pick<StepProps, 'found' | 'go'>) {
  const now = useNow()
  return (
    <>
      <Text className="enterprise__name">{enterprise.name}</Text>
      <View className="enterprise__line">
        {industryLabels[enterprise.industry]}
        {enterprise.address && `，${enterprise.address}`}
      </View>
      <View className="enterprise__line">{metWords(enterprise, now)}</View>
      <SectionTitle>联络人</SectionTitle>
      {contacts.length === 0 && <View className="enterprise__line">还没有联络人，可以请企业在“我的企业”里申请</View>}
      {contacts.length > 0 && (
        <Card flush>
          {contacts.map((contact) => (
            <ListRow
              key={contact.memberId}
              icon="person"
              title={contact.name}
              note={contact.position}
              trailing={<StateTag tone={contactTones[contact.state]} words={contactStateLabels[contact.state]} />}
              onPress={() => go({ is: 'contact', contact })}
            />
          ))}
        </Card>
      )}
      <View className="enterprise__actions">
        <Button icon="edit" onPress={() => go({ is: 'edit' })}>
          更正企业资料
        </Button>
      </View>
    </>
  )
}
