import { useState } from 'react'
import { templateLabels } from '@/domain/message/labels'
import type { MessageTemplate } from '@/domain/message/rules'
import type { InputFor, OutputFor } from '@/domain/contracts'
import { newRequestId } from '@/lib/request-id'
import { askForMessages, canAskForMessages } from '@/lib/subscribe'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { errorWords } from './call-state'
import { enterAnswers } from './message/api'
import { useRefusable } from './use-refusable'

type Offer = OutputFor<'message.templates'>['templates'][number]
type Answers = InputFor<'message.accepted'>

interface AskMessagesProps {
  /** What it makes sense to be told of where this stands. */
  templates: readonly MessageTemplate[]
}

/** What the person said to WeChat; null when it did not come to a question. */
const answersOf = async (offers: readonly Offer[]): Promise<Answers | null> => {
  const said = await askForMessages(offers.map(({ id }) => id))
  const answers = offers.flatMap(({ id, template }) => {
    const accepted = said[id]
    return accepted === undefined ? [] : [{ template, accepted }]
  })
  return answers.length === 0 ? null : { requestId: newRequestId(), answers }
}

/** Keeps what was said until the server has it: pressing again sends it again and asks nobody. */
function useAsking(offers: readonly Offer[]) {
  const [said, setSaid] = useState<Answers | null>(null)
  const [entered, setEntered] = useState(false)
  const [refused, run] = useRefusable()
  const ask = async () => {
    const answers = said ?? (await answersOf(offers))
    if (!answers) return
    setSaid(answers)
    await run(async () => {
      await enterAnswers(answers)
      setEntered(true)
    })
  }
  const agreed = said?.answers.some(({ accepted }) => accepted) ?? false
  return { ask, refused, said: entered ? (agreed ? 'yes' : 'no') : null } as const
}

const notes = (offers: readonly Offer[]): string =>
  `${offers.map(({ template }) => templateLabels[template].when).join('；')}。每同意一次，可以收到一条`

function Row({ offers }: { offers: readonly Offer[] }) {
  const { ask, refused, said } = useAsking(offers)
  if (said === 'yes') return <Notice tone="good">会通过微信提醒您，消息也都留在“我的 · 消息”里</Notice>
  if (said === 'no') return <Notice>不会通过微信打扰您，消息都在“我的 · 消息”里</Notice>
  return (
    <>
      <Card flush>
        <ListRow
          icon="bell"
          title="通过微信提醒我"
          note={notes(offers)}
          trailing={
            <Button compact label="通过微信提醒我" onPress={ask}>
              {refused ? '再试一次' : '开启'}
            </Button>
          }
        />
      </Card>
      {refused && <Notice tone="bad">{errorWords(refused)}</Notice>}
    </>
  )
}

/**
 * Offers that WeChat reminds the person, beside what they have just done. Asks nothing by itself: WeChat's question comes
 * after a tap. Nothing stands here where asking makes no sense: no templates, enough agreed to, a no of late, a browser.
 */
export function AskMessages({ templates }: AskMessagesProps) {
  const { data } = useCall('message.templates', {}, { skip: !canAskForMessages })
  // What was offered when the page opened stays on offer: the answer itself changes what the next question would be.
  const [offers, setOffers] = useState<readonly Offer[] | null>(null)
  if (offers === null && data)
    setOffers(data.templates.filter(({ template, mayAsk }) => mayAsk && templates.includes(template)))
  return offers && offers.length > 0 ? <Row offers={offers} /> : null
}
