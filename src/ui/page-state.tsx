import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import './page-state.scss'

interface PageStateProps {
  icon: IconName
  tone: 'calm' | 'good' | 'bad'
  title: string
  words?: ReactNode
  role?: string
  small?: string
  children?: ReactNode
}

function PageState({ icon, tone, title, words, role = 'status', small, children }: PageStateProps) {
  return (
    <View className={`page-state page-state--${tone}`} {...spoken({ role })}>
      <View className="page-state__mark">
        <Icon name={icon} size="large" />
      </View>
      <Text className="page-state__title">{title}</Text>
      {words && <View className="page-state__words">{words}</View>}
      {children && <View className="page-state__actions">{children}</View>}
      {small && (
        <Text className="page-state__small" userSelect>
          {small}
        </Text>
      )}
    </View>
  )
}

export interface EmptyStateProps {
  icon?: IconName
  /** What is not there. */
  title: string
  /** Why, and what comes. */
  why?: ReactNode
  /** The next step, as a button. */
  children?: ReactNode
}

/** Nothing here: why, and the next step. */
export function EmptyState({ icon = 'document', title, why, children }: EmptyStateProps) {
  return (
    <PageState icon={icon} tone="calm" title={title} words={why}>
      {children}
    </PageState>
  )
}

export interface ErrorStateProps {
  title?: string
  /** What happened and what to do, in words for people. */
  words?: ReactNode
  onRetry?: () => unknown
  /** Shown small, to be read out to whoever helps. */
  requestId?: string
}

/** It went wrong: words, a retry, the request's number in small. */
export function ErrorState({
  title = '没有加载出来',
  words = '请稍后再试一次。',
  onRetry,
  requestId,
}: ErrorStateProps) {
  return (
    <PageState
      icon="warning"
      tone="bad"
      role="alert"
      title={title}
      words={words}
      small={requestId && `请求编号 ${requestId}`}
    >
      {onRetry && (
        <Button kind="quiet" icon="refresh" onPress={onRetry}>
          再试一次
        </Button>
      )}
    </PageState>
  )
}

export interface NotAllowedProps {
  /** Who can: 这里只对支部书记和党委工作人员开放 */
  who: ReactNode
  /** How to ask for it. */
  how?: ReactNode
  children?: ReactNode
}

/** Not for this person: who can, and how to ask. */
export function NotAllowed({ who, how, children }: NotAllowedProps) {
  return (
    <PageState
      icon="lock"
      tone="calm"
      title="这里暂时看不了"
      words={
        <>
          <View>{who}</View>
          {how && <View>{how}</View>}
        </>
      }
    >
      {children}
    </PageState>
  )
}

export interface DoneProps {
  /** What happened. */
  title: string
  /** What comes next. */
  next?: ReactNode
  children?: ReactNode
}

/** It is done: what happened, what comes next. */
export function Done({ title, next, children }: DoneProps) {
  return (
    <PageState icon="check" tone="good" title={title} words={next}>
      {children}
    </PageState>
  )
}
