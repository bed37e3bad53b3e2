import type { ReactNode } from 'react'
import { refusalWords } from '@/domain/labels'
import { holdsDeskRole, refreshSession, useSession, type Session } from '@/lib/session'
import { PageFrame } from '@/ui/page-frame'
import { ErrorState, NotAllowed } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** Whether these roles include one over the whole zone that decides for every branch. */
export const isStaff = (grants: Session['grants']): boolean => grants.some(({ role }) => role === 'staff')

export interface DeskGateProps {
  /** The page's name, for the states in which its own frame is not drawn. */
  title: string
  /** `staff`: only for the committee's staff. */
  only?: 'staff'
  /** The page in its own frame. */
  children: ReactNode
}

/** Lets in whoever holds a desk role; tells everyone else who does, and how to ask for it. The server decides again. */
export function DeskGate({ title, only, children }: DeskGateProps) {
  const session = useSession()
  const stop = stopped(session, only)
  return stop ? <PageFrame title={title}>{stop}</PageFrame> : <>{children}</>
}

/** What is shown instead of the page; null for whoever may see it. */
function stopped({ grants, known, error }: Session, only: DeskGateProps['only']): ReactNode {
  if (!known && error)
    return (
      <ErrorState
        words={refusalWords(error.action, error.code, error.detail)}
        requestId={error.requestId}
        onRetry={refreshSession}
      />
    )
  if (!known) return <Skeleton shape="cards" />
  if (only === 'staff' && !isStaff(grants))
    return <NotAllowed who="这里供党委工作人员使用" how="如果这项工作由您负责，请联系党委工作人员授予权限" />
  if (!holdsDeskRole(grants))
    return (
      <NotAllowed
        who="工作台供支部书记和党委工作人员使用"
        how="如果您负责本支部的活动，请先在“我的”绑定身份，再联系党委工作人员授予权限"
      />
    )
  return null
}
