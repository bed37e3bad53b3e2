import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { markLabels } from '@/domain/consultation/labels'
import type { Mark } from '@/domain/consultation/rules'
import type { CallError } from '@/lib/call-error'
import { useRefusable } from '@/features/use-refusable'
import { useNow } from '@/lib/clock'
import { useSession } from '@/lib/session'
import { Button } from '@/ui/button'
import { useConfirm } from '@/ui/use-confirm'
import { answerTransfer, markMeeting, withdrawTransfer } from '../../../api'
import type { ConsultationView } from '../../talk/talk-model'
import { ConcludeSheet } from './conclude-sheet'
import { DeclineSheet } from './decline-sheet'
import { mainOf, possibleNow, type Doing, type Possible } from './possible'
import { RevealSheet } from './reveal-sheet'
import type { SheetProps } from './sheet-props'
import { TransferSheet } from './transfer-sheet'
import { AnswerSheet, AskSheet, CloseUnansweredSheet, PlanSheet } from './words-sheets'

const say = (title: string) => void Taro.showToast({ title, icon: 'none' })

export interface ItemDesk {
  possible: Possible
  refused: CallError | null
  mark: (as: Mark) => Promise<void>
  accept: () => Promise<void>
  withdraw: () => Promise<void>
  open: (does: Doing) => void
  /** The one button at the foot; null when nothing is to be done. */
  action: ReactNode
  /** Whatever lies over the page. */
  sheet: ReactNode
}

/**
 * What can be done to an item, and the sheets for it.
 *
 * @param onView is given the item as it stands after each step
 */
export function useItemDesk(view: ConsultationView, onView: (view: ConsultationView) => void): ItemDesk {
  const { member } = useSession()
  const [doing, setDoing] = useState<Doing>()
  const [refused, run] = useRefusable()
  const confirm = useConfirm()
  const possible = possibleNow(view, member?.id, useNow())
  const consultationId = view.outline.id
  const done: SheetProps['onDone'] = (next, words) => {
    setDoing(undefined)
    onView(next)
    say(words)
  }
  const mark = async (as: Mark) => {
    const sure = as !== 'noShow' || (await confirm.ask(noShowQuestion(view)))
    if (sure) await run(async () => done(await markMeeting({ consultationId, as }), markLabels[as]))
  }
  const accept = () => run(async () => done(await answerTransfer({ consultationId, accept: true }), '已由您负责'))
  const withdraw = () =>
    run(async () => {
      const to = view.outline.transfer?.to.id
      if (to !== undefined) done(await withdrawTransfer({ consultationId, to }), '已撤回转交')
    })
  const desk = { possible, refused, mark, accept, withdraw, open: setDoing }
  return {
    ...desk,
    action: mainOf(possible, view) && <MainAction main={mainOf(possible, view)} desk={desk} />,
    sheet: (
      <>
        {confirm.sheet}
        {doing && <DoingSheet doing={doing} view={view} onClose={() => setDoing(undefined)} onDone={done} />}
      </>
    ),
  }
}

const noShowQuestion = ({ outline }: ConsultationView) => ({
  title: '登记未到场',
  words: `${outline.enterprise.name}会收到提醒，可以重新预约。如果之后到了，仍可改为到场。`,
  yes: '登记未到场',
})

const mainWords: Record<Doing | Mark | 'accept', string> = {
  conclude: '写咨询结果',
  answer: '答复企业',
  plan: '安排下一步',
  ask: '请企业补充材料',
  transfer: '转交给其他队员',
  closeUnanswered: '按“未反馈”办结',
  decline: '不接手',
  reveal: '登记原因后查看内容',
  accept: '接手这件事',
  arrived: '企业已到场',
  started: '开始咨询',
  noShow: '企业未到场',
}

interface MainActionProps {
  main: ReturnType<typeof mainOf>
  desk: Pick<ItemDesk, 'mark' | 'accept' | 'open'>
}

function MainAction({ main, desk }: MainActionProps) {
  if (main === null) return null
  const press = () => {
    if (main === 'accept') return desk.accept()
    if (main === 'arrived' || main === 'started' || main === 'noShow') return desk.mark(main)
    return desk.open(main)
  }
  return (
    <Button kind={main === 'reveal' ? 'quiet' : 'main'} onPress={press}>
      {mainWords[main]}
    </Button>
  )
}

const sheets: Record<Exclude<Doing, 'decline'>, (props: SheetProps) => ReactNode> = {
  conclude: ConcludeSheet,
  answer: AnswerSheet,
  plan: PlanSheet,
  ask: AskSheet,
  transfer: TransferSheet,
  closeUnanswered: CloseUnansweredSheet,
  reveal: RevealSheet,
}

function DoingSheet({ doing, ...props }: SheetProps & { doing: Doing }) {
  if (doing === 'decline') {
    const { outline } = props.view
    return (
      <DeclineSheet
        consultationId={outline.id}
        name={outline.enterprise.name}
        onClose={props.onClose}
        onDeclined={(view) => props.onDone(view, '已告诉对方您不接手')}
      />
    )
  }
  const Shown = sheets[doing]
  return <Shown {...props} />
}
