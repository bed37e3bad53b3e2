import type { ReactNode } from 'react'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Chips } from '@/ui/segmented'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { CallFailed } from './call-state'
import { useBindFirst } from './use-bind-first'
import type { Speaker } from './use-speaker'

/** What a person needs before they can do something for an enterprise: who they are, and for whom they speak. */
export function SpeakerGate({ speaker, doing }: { speaker: Speaker; doing: string }) {
  const { known, bound, enterprises, waiting, error, refresh } = speaker
  const bind = useBindFirst(refresh)
  if (!known) return error ? <CallFailed error={error} onRetry={refresh} /> : <Skeleton />
  if (!bound)
    return (
      <EmptyState icon="person" title={`先绑定身份，再${doing}`} why="只需填一次姓名和支部，服务日和队员可以随便看">
        <Button kind="main" onPress={bind}>
          去绑定
        </Button>
      </EmptyState>
    )
  if (enterprises.length === 0) return <NotContact waiting={waiting} doing={doing} />
  return <ChooseEnterprise speaker={speaker} />
}

function NotContact({ waiting, doing }: { waiting: boolean; doing: string }) {
  return waiting ? (
    <EmptyState icon="clock" title="正在等工作人员确认" why={`确认您是企业联络人后就能${doing}，结果会发消息告诉您`}>
      <Button onPress={() => to.myEnterprises()}>我的企业</Button>
    </EmptyState>
  ) : (
    <EmptyState
      icon="people"
      title={`企业联络人才能${doing}`}
      why="在“我的企业”里选择您所在的企业，工作人员确认后就能用"
    >
      <Button kind="main" onPress={() => to.myEnterprises()}>
        成为企业联络人
      </Button>
    </EmptyState>
  )
}

/** Which of several enterprises is meant; it is asked once. */
export function ChooseEnterprise({ speaker, children }: { speaker: Speaker; children?: ReactNode }) {
  const { enterprises, enterpriseId, choose } = speaker
  if (enterprises.length < 2) return <>{children}</>
  return (
    <>
      <SectionTitle>{enterpriseId ? '企业' : '为哪家企业'}</SectionTitle>
      <Chips
        label="企业"
        options={enterprises.map(({ id, name }, at) => ({ value: id, words: name || `第 ${at + 1} 家企业` }))}
        value={enterpriseId ?? ''}
        onChange={choose}
      />
      {children}
    </>
  )
}
