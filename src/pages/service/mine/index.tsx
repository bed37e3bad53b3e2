import { useRouter } from '@tarojs/taro'
import { OwnLists, useOwnLists } from '@/features/consultation/components/own/own-lists'
import { WaitList } from '@/features/service/components/wait/wait-list'
import { useWaits } from '@/features/service/components/wait/use-waits'
import { ChooseEnterprise, SpeakerGate } from '@/features/speaker-gate'
import { useListGestures } from '@/features/use-list-gestures'
import { useSpeaker } from '@/features/use-speaker'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { PageFrame } from '@/ui/page-frame'
import { useConfirm } from '@/ui/use-confirm'

/** What an enterprise has asked, where it stands, and what it waits for. */
export default function MyConsultationsPage() {
  const speaker = useSpeaker(useRouter().params.enterpriseId)
  const enterpriseId = speaker.enterpriseId ?? ''
  const lists = useOwnLists(enterpriseId)
  const waits = useWaits(enterpriseId)
  const now = useNow()
  const { ask, sheet } = useConfirm()
  useListGestures(lists)
  if (enterpriseId === '')
    return (
      <PageFrame title="我的咨询">
        <SpeakerGate speaker={speaker} doing="查看咨询" />
      </PageFrame>
    )
  const { open, closed } = lists
  const action = open.items.length > 0 && (
    <ButtonRow>
      <Button icon="flask" onPress={() => to.askGuidance({ enterpriseId })}>
        一对一指导
      </Button>
      <Button kind="main" onPress={() => to.bookService({ enterpriseId })}>
        预约咨询
      </Button>
    </ButtonRow>
  )
  return (
    <PageFrame title="我的咨询" action={action}>
      <ChooseEnterprise speaker={speaker} />
      <WaitList enterpriseId={enterpriseId} waits={waits} now={now} ask={ask} />
      <OwnLists enterpriseId={enterpriseId} open={open} closed={closed} now={now} />
      {sheet}
    </PageFrame>
  )
}
