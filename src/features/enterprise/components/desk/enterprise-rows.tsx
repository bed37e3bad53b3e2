import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { industryLabels } from '@/domain/enterprise/labels'
import { sayWhen } from '@/domain/time'
import { CallFailed, ListFoot } from '@/features/desk-state'
import { useNow } from '@/lib/clock'
import type { List, ListAction } from '@/lib/use-list'
import { Badge } from '@/ui/badge'
import { Card } from '@/ui/card'
import { classes } from '@/ui/classes'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import type { Contact } from './contact-facts'
import type { Enterprise } from './enterprise-form'
import '../enterprise.scss'

interface RowsProps<N extends ListAction> {
  list: List<N>
  empty: ReactNode
  children: ReactNode
}

/** A list at the desk in whatever state it is. */
function Rows<N extends ListAction>({ list, empty, children }: RowsProps<N>) {
  if (list.loading) return <Skeleton shape="rows" count={6} />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (list.items.length === 0) return <>{empty}</>
  return (
    <View>
      <Card flush>{children}</Card>
      <ListFoot list={list} />
    </View>
  )
}

const rowClass = (chosen: boolean) => classes('enterprise__row', chosen && 'enterprise__row--chosen')

interface WaitingRowsProps {
  list: List<'enterprise.waiting'>
  chosen: string | undefined
  onOpen: (contact: Contact) => void
}

/** Who asks to speak for an enterprise, the longest wait first. */
export function WaitingRows({ list, chosen, onOpen }: WaitingRowsProps) {
  const now = useNow()
  const empty = <EmptyState icon="check" title="没有等待确认的申请" why="有人申请成为企业联络人后，会出现在这里" />
  return (
    <Rows list={list} empty={empty}>
      {list.items.map((contact) => (
        <View
          key={`${contact.enterpriseId}:${contact.memberId}`}
          className={rowClass(chosen === `${contact.enterpriseId}:${contact.memberId}`)}
        >
          <ListRow
            icon="person"
            title={contact.name}
            note={`${contact.enterpriseName}，${contact.position}，${sayWhen(contact.since, now)} 申请`}
            onPress={() => onOpen(contact)}
          />
        </View>
      ))}
    </Rows>
  )
}

interface EnterpriseRowsProps {
  list: List<'enterprise.managed'>
  searched: boolean
  chosen: string | undefined
  onOpen: (enterprise: Enterprise) => void
}

const spokenFor = ({ confirmed }: Enterprise): string => (confirmed === 0 ? '没有联络人' : `${confirmed} 位联络人`)

/** Enterprises of the register. */
export function EnterpriseRows({ list, searched, chosen, onOpen }: EnterpriseRowsProps) {
  const empty = searched ? (
    <EmptyState icon="search" title="没有找到这家企业" why="换一个更短的词试试，或新增企业" />
  ) : (
    <EmptyState icon="flag" title="这里没有企业" why="每家企业都有联络人时，这里是空的" />
  )
  return (
    <Rows list={list} empty={empty}>
      {list.items.map((enterprise) => (
        <View key={enterprise.id} className={rowClass(chosen === enterprise.id)}>
          <ListRow
            icon="flag"
            title={enterprise.name}
            note={`${industryLabels[enterprise.industry]}，${spokenFor(enterprise)}`}
            trailing={<Badge count={enterprise.waiting} label={`${enterprise.waiting} 人等待确认`} />}
            onPress={() => onOpen(enterprise)}
          />
        </View>
      ))}
    </Rows>
  )
}
