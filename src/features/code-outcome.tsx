import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorWords, numberToQuote } from '@/features/call-state'
import type { CallError } from '@/lib/call-error'
import { Button } from '@/ui/button'
import { Done, EmptyState } from '@/ui/page-state'
import { Spinner } from '@/ui/spinner'
import './code-outcome.scss'

/** The answer is on its way. `doing` is 签到 or 登记到访, `name` names the code: 签到. */
export function Checking({ retrying, doing, name }: { retrying: boolean; doing: string; name: string }) {
  return (
    <View className="checking">
      <Spinner />
      <View className="checking__title">{retrying ? '网络不好，正在重试' : `正在${doing}`}</View>
      {retrying && <View className="checking__words">{`${name}码有效期间会一直尝试，请不要离开这个页面`}</View>}
    </View>
  )
}

interface RecordedProps {
  title: string
  /** What for. */
  subject: string
  /** When and how. */
  when: string
  next: string
  /** The ways on. */
  children: ReactNode
}

/** It is recorded: what there is to show at the door, and what comes next. */
export function RecordedNow({ title, subject, when, next, children }: RecordedProps) {
  return (
    <Done
      title={title}
      next={
        <View className="checked-in">
          <View className="checked-in__event">{subject}</View>
          <View>{when}</View>
          <View className="checked-in__next">{next}</View>
        </View>
      }
    >
      {children}
    </Done>
  )
}

interface CodeRefusedProps {
  error: CallError
  title: string
  /** What helps, the likeliest first. */
  steps: readonly { words: string; press: () => unknown }[]
}

/** It was refused: why, and the buttons that help. */
export function CodeRefused({ error, title, steps }: CodeRefusedProps) {
  const quoted = numberToQuote(error)
  return (
    <EmptyState
      icon="warning"
      title={title}
      why={
        <>
          <View>{errorWords(error)}</View>
          {quoted && <View className="check-in-number">{`请求编号 ${quoted}`}</View>}
        </>
      }
    >
      {steps.map(({ words, press }, index) => (
        <Button key={words} kind={index === 0 ? 'main' : 'quiet'} onPress={press}>
          {words}
        </Button>
      ))}
    </EmptyState>
  )
}

interface OutOfReachProps {
  /** Names the code: 签到. */
  name: string
  /** What it is scanned for: 签到, 登记. */
  doing: string
  onScan: () => void
  onDigits: () => void
}

/** Tried until the code could no longer be good. */
export function OutOfReach({ name, doing, onScan, onDigits }: OutOfReachProps) {
  return (
    <EmptyState
      icon="offline"
      title={`网络不通，没有收到${doing}结果`}
      why={`这个${name}码已过期。联网后请再扫一次，重复${doing}没有影响`}
    >
      <Button kind="main" icon="scan" onPress={onScan}>
        再扫一次
      </Button>
      <Button onPress={onDigits}>输入数字</Button>
    </EmptyState>
  )
}

/** Who this is must be known first; what was scanned stays in hand. */
export function BindFirst({ title, why, onBind }: { title: string; why: string; onBind: () => unknown }) {
  return (
    <EmptyState icon="person" title={title} why={why}>
      <Button kind="main" onPress={onBind}>
        去绑定
      </Button>
    </EmptyState>
  )
}
