import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { to } from '@/lib/routes'
import { refreshSession, useSession } from '@/lib/session'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { CallFailed } from './call-state'

/** Pages about a person's own records: whoever is not bound yet is told why and where. */
export function BoundOnly({ why, children }: { why: string; children: ReactNode }) {
  const { known, member, error } = useSession()
  useDidShow(() => {
    void refreshSession()
  })
  if (member) return <>{children}</>
  if (!known) return error ? <CallFailed error={error} onRetry={refreshSession} /> : <Skeleton />
  return (
    <EmptyState icon="person" title="还没有绑定身份" why={why}>
      <Button kind="main" onPress={() => to.bind()}>
        去绑定
      </Button>
    </EmptyState>
  )
}
