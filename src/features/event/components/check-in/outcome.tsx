import type { OutputFor } from '@/domain/contracts'
import { sayWhen } from '@/domain/time'
import { CodeRefused, RecordedNow } from '@/features/code-outcome'
import type { CallError } from '@/lib/call-error'
import { replaceWith, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import type { Attempt } from './attempt'
import { eventOfCode, nextSteps, type NextStep } from './refusal-steps'

/** It is recorded: when, and what comes next. */
export function CheckedIn({ result, now }: { result: OutputFor<'event.checkIn'>; now: number }) {
  const how = result.walkIn && !result.again ? '，已同时为您现场报名' : ''
  return (
    <RecordedNow
      title={result.again ? '您已签到过' : '签到成功'}
      subject={result.title}
      when={`${sayWhen(result.at, now)} 签到${how}`}
      next="记录已保存，可以入场了。"
    >
      <Button kind="main" onPress={() => replaceWith('event', { eventId: result.eventId })}>
        查看活动
      </Button>
      <Button onPress={() => to.home()}>回首页</Button>
    </RecordedNow>
  )
}

interface RefusedProps {
  error: CallError
  attempt: Attempt
  eventId: string | undefined
  onScan: () => void
  onDigits: () => void
  onAgain: () => unknown
}

const stepWords: Record<NextStep, string> = {
  scan: '再扫一次',
  digits: '输入数字',
  event: '查看活动',
  otherEvent: '打开那场活动',
  again: '再试一次',
  home: '回首页',
}

const titles: Record<string, string> = {
  codeExpired: '签到码已刷新',
  codeInvalid: '不是签到码',
  codeOfAnotherEvent: '这是另一场活动的码',
  tooManyTries: '请稍后再输入',
  notOpenYet: '签到还没开始',
  closed: '签到已结束',
  eventCancelled: '活动已取消',
  notSignedUp: '没有报名记录',
  signUpCancelled: '您已取消报名',
  waitlisted: '还在候补',
  full: '名额已满',
  busy: '人有点多',
  offline: '网络不通',
}

/** It was refused: why, and the buttons that help. */
export function Refused({ error, attempt, eventId, onScan, onDigits, onAgain }: RefusedProps) {
  const open = (id: string | undefined) => (id ? replaceWith('event', { eventId: id }) : to.home())
  const actions: Record<NextStep, () => unknown> = {
    scan: onScan,
    digits: onDigits,
    event: () => open(eventId ?? eventOfCode(attempt)),
    otherEvent: () => open(eventOfCode(attempt)),
    again: onAgain,
    home: () => to.home(),
  }
  const steps = nextSteps(error, attempt, eventId).map((step) => ({ words: stepWords[step], press: actions[step] }))
  return <CodeRefused error={error} title={titles[error.code] ?? '没有签上'} steps={steps} />
}
