import type { ReactNode } from 'react'
import { refusalWords } from '@/domain/labels'
import { holdsDeskRole, refreshSession, useSession, type Session } from '@/lib/session'
import { PageFrame } from '@/ui/page-frame'
import { ErrorState, NotAllowed } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** Whether these roles include one over the whole zone that decides for every branch. */
export const isStaff = (grants: Session['grants']): boolean => grants.some(({ role }) => role === 'staff')

/** Whether these roles include one that organises events: a branch's secretary, or staff. */
export const isOrganiser = (grants: Session['grants']): boolean =>
  grants.some(({ role }) => role === 'secretary' || role === 'staff')

/** Whether these roles include one that cares for the centre and its halls: an editor, or staff. */
export const isEditor = (grants: Session['grants']): boolean =>
  grants.some(({ role }) => role === 'editor' || role === 'staff')

/** Whether these roles include one of the service team's people who advise. */
export const isSpecialist = (grants: Session['grants']): boolean => grants.some(({ role }) => role === 'specialist')

/** Whether these roles include one that a question can be in the hands of: who advises, or who leads them. */
export const isResponsible = (grants: Session['grants']): boolean =>
  grants.some(({ role }) => role === 'specialist' || role === 'teamLeader')

/** Whether these roles include one that leads a service team: its leader, or staff. */
export const leadsTeam = (grants: Session['grants']): boolean =>
  grants.some(({ role }) => role === 'teamLeader' || role === 'staff')

/** Whom a page of the desk is for. */
export type DeskFor = 'organisers' | 'editors' | 'specialists' | 'responsible' | 'leaders' | 'team' | 'staff' | 'all'

export interface DeskGateProps {
  /** The page's name, for the states in which its own frame is not drawn. */
  title: string
  /** `organisers` unless told otherwise. */
  only?: DeskFor
  /** The page in its own frame. */
  children: ReactNode
}

interface Admission {
  admits: (grants: Session['grants']) => boolean
  who: string
  how: string
}

const ASK = '如果这项工作由您负责，请联系党委工作人员授予权限'
const admissions: Record<DeskFor, Admission> = {
  organisers: {
    admits: isOrganiser,
    who: '工作台供支部书记和党委工作人员使用',
    how: '如果您负责本支部的活动，请先在“我的”绑定身份，再联系党委工作人员授予权限',
  },
  editors: { admits: isEditor, who: '这里供展馆编辑和党委工作人员使用', how: ASK },
  specialists: { admits: isSpecialist, who: '这里供服务小分队队员使用', how: ASK },
  responsible: { admits: isResponsible, who: '这里供服务小分队使用', how: ASK },
  leaders: { admits: leadsTeam, who: '这里供服务小分队队长和党委工作人员使用', how: ASK },
  team: {
    admits: (grants) => isSpecialist(grants) || leadsTeam(grants),
    who: '这里供服务小分队和党委工作人员使用',
    how: ASK,
  },
  staff: { admits: isStaff, who: '这里供党委工作人员使用', how: ASK },
  all: {
    admits: holdsDeskRole,
    who: '工作台供支部书记、展馆编辑、服务小分队和党委工作人员使用',
    how: '如果您负责其中的工作，请先在“我的”绑定身份，再联系党委工作人员授予权限',
  },
}

/** Lets in whoever holds the desk role that it takes; tells everyone else who does, and how to ask for it. The server decides again. */
export function DeskGate({ title, only = 'organisers', children }: DeskGateProps) {
  const session = useSession()
  const stop = stopped(session, admissions[only])
  return stop ? <PageFrame title={title}>{stop}</PageFrame> : <>{children}</>
}

/** What is shown instead of the page; null for whoever may see it. */
function stopped({ grants, known, error }: Session, { admits, who, how }: Admission): ReactNode {
  if (!known && error)
    return (
      <ErrorState
        words={refusalWords(error.action, error.code, error.detail)}
        requestId={error.requestId}
        onRetry={refreshSession}
      />
    )
  if (!known) return <Skeleton shape="cards" />
  return admits(grants) ? null : <NotAllowed who={who} how={how} />
}
