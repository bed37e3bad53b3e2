import { View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { sayWhen } from '@/domain/time'
import { errorWords, numberToQuote } from '@/features/call-state'
import type { CallError } from '@/lib/call-error'
import { replaceWith, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Done, EmptyState } from '@/ui/page-state'
import { Spinner } from '@/ui/spinner'
import { eventOfCode, nextSteps, type NextStep } from './refusal-steps'
import type { Attempt } from './use-check-in'
import './outcome.scss'

/** The answer is on its way. */
export function Checking({ retrying }: { retrying: boolean }) {
  return (
    <View className="checking">
      <Spinner />
      <View className="checking__title">{retrying ? '网络不好，正在重试' : '正在签到'}</View>
      {retrying && <View className="checking__words">签到码有效期间会一直尝试，请不要离开这个页面</View>}
    </View>
  )
}

/** It is recorded: when, and what comes next. */
export function CheckedIn({ result, now }: { result: OutputFor<'event.checkIn'>; now: number }) {
  const when = sayWhen(result.at, now)
  const title = result.again ? '您已签到过' : '签到成功'
  const how = result.walkIn && !result.again ? '，已同时为您现场报名' : ''
  return (
    <Done
      title={title}
      next={
        <View className="checked-in">
          <View className="checked-in__event">{result.title}</View>
          <View>{`${when} 签到${how}`}</View>
          <View className="checked-in__next">记录已保存，可以入场了。</View>
        </View>
      }
    >
      <Button kind="main" onPress={() => replaceWith('event', { eventId: result.eventId })}>
        查看活动
      </Button>
      <Button onPress={() => to.home()}>回首页</Button>
    </Done>
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
  const quoted = numberToQuote(error)
  const open = (id: string | undefined) => (id ? replaceWith('event', { eventId: id }) : to.home())
  const actions: Record<NextStep, () => unknown> = {
    scan: onScan,
    digits: onDigits,
    event: () => open(eventId ?? eventOfCode(attempt)),
    otherEvent: () => open(eventOfCode(attempt)),
    again: onAgain,
    home: () => to.home(),
  }
  return (
    <EmptyState
      icon="warning"
      title={titles[error.code] ?? '没有签上'}
      why={
        <>
          <View>{errorWords(error)}</View>
          {quoted && <View className="check-in-number">{`请求编号 ${quoted}`}</View>}
        </>
      }
    >
      {nextSteps(error, attempt, eventId).map((step, index) => (
        <Button key={step} kind={index === 0 ? 'main' : 'quiet'} onPress={actions[step]}>
          {stepWords[step]}
        </Button>
      ))}
    </EmptyState>
  )
}

/** Tried until the code could no longer be good. */
export function OutOfReach({ onScan, onDigits }: { onScan: () => void; onDigits: () => void }) {
  return (
    <EmptyState
      icon="offline"
      title="网络不通，没有收到签到结果"
      why="这个签到码已过期。联网后请再扫一次，重复签到没有影响"
    >
      <Button kind="main" icon="scan" onPress={onScan}>
        再扫一次
      </Button>
      <Button onPress={onDigits}>输入数字</Button>
    </EmptyState>
  )
}

/** Who this is must be known first; the code stays in hand. */
export function BindFirst({ onBind }: { onBind: () => unknown }) {
  return (
    <EmptyState
      icon="person"
      title="先绑定身份，再签到"
      why="只需填一次姓名和支部。绑定后会自动接着签到，如果签到码已刷新，再扫一次即可"
    >
      <Button kind="main" onPress={onBind}>
        去绑定
      </Button>
    </EmptyState>
  )
}
