import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { GRANTABLE_ROLES, type Grant, type Scope } from '@/domain/kit'
import { roleLabels, scopeLabels } from '@/domain/member/labels'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { Chips } from '@/ui/segmented'
import { grantRole, revokeRole } from '../api'
import { DeskBranchPicker } from './desk-branch-picker'
import type { StepProps } from './member-panel'
import { TeamPicker, teamWords, useTeams } from './team-picker'
import './member-desk.scss'

type Grantable = (typeof GRANTABLE_ROLES)[number]

const isGrantable = (role: string): role is Grantable => (GRANTABLE_ROLES as readonly string[]).includes(role)

/** What a scope is called, by its own name where it has one. */
function useScopeWords(grants: readonly { scope: string }[]): (grant: Grant) => string {
  const branches = useCall('member.branches', {}, { keep: true })
  const teams = useTeams(!grants.some(({ scope }) => scope === 'team'))
  return ({ scope, scopeId }) => {
    if (scope === 'zone') return scopeLabels.zone
    if (scope === 'team') return teamWords(teams.data?.teams, scopeId)
    const name = branches.data?.items.find(({ id }) => id === scopeId)?.name
    return scope === 'branch' && name ? name : `${scopeLabels[scope]} ${scopeId}`
  }
}

/** The roles that a member holds, each with its scope, and the way to hand out another. */
export function MemberRoles({ member, go }: StepProps) {
  const scopeWords = useScopeWords(member.grants)
  const grants = member.grants.filter(
    ({ role }) => role !== 'visitor' && role !== 'bound' && role !== 'member',
  ) as Grant[]
  return (
    <View>
      <Text className="member-desk__hint">{grants.length > 0 ? '担任的角色' : '还没有担任角色'}</Text>
      {grants.length > 0 && (
        <Card flush>
          {grants.map((grant) => (
            <ListRow
              key={`${grant.role}-${grant.scope}-${grant.scopeId}`}
              icon="shield"
              title={roleLabels[grant.role]}
              note={isGrantable(grant.role) ? scopeWords(grant) : `${scopeWords(grant)}，在“企业管理”里调整`}
              trailing={
                isGrantable(grant.role) && (
                  <Button compact label={`撤销${roleLabels[grant.role]}`} onPress={() => go({ is: 'revoke', grant })}>
                    撤销
                  </Button>
                )
              }
            />
          ))}
        </Card>
      )}
      <View className="member-desk__back">
        <Button icon="plus" onPress={() => go({ is: 'grant' })}>
          授予角色
        </Button>
      </View>
    </View>
  )
}

/** Asked before a role is taken away. */
export function RevokeQuestion({ member, grant, onDone }: StepProps & { grant: Grant }) {
  const [refused, run] = useRefusable()
  const scopeWords = useScopeWords(member.grants)
  const { role, scope, scopeId } = grant
  const revoke = () =>
    run(async () => {
      if (!isGrantable(role)) return
      onDone(await revokeRole({ memberId: member.id, role, scope, scopeId }), `已撤销${roleLabels[role]}`)
    })
  return (
    <View>
      <Text className="member-desk__words">
        撤销{member.name}在{scopeWords(grant)}的“{roleLabels[role]}”，马上生效。做过的事和记录都还在，需要时可以再授予。
      </Text>
      {refused && <Refused error={refused} />}
      <Button kind="danger" onPress={revoke}>
        撤销角色
      </Button>
    </View>
  )
}

/** Over what each role can be held. */
const scopesOf: Record<Grantable, readonly Scope[]> = {
  secretary: ['branch'],
  specialist: ['team'],
  teamLeader: ['team'],
  volunteer: ['zone', 'branch'],
  editor: ['zone'],
  staff: ['zone'],
}
const roles = GRANTABLE_ROLES.map((value) => ({ value, words: roleLabels[value] }))

/** Hands out a role over a scope. */
export function GrantForm({ member, onDone }: StepProps) {
  const [role, setRole] = useState<Grantable>('secretary')
  const [scope, setScope] = useState<Scope>('branch')
  const [scopeId, setScopeId] = useState(member.branch.id)
  const [refused, run] = useRefusable()
  const chooseScope = (next: Scope) => {
    setScope(next)
    setScopeId(next === 'branch' ? member.branch.id : '')
  }
  const choose = (next: Grantable) => {
    setRole(next)
    chooseScope(scopesOf[next][0] ?? 'zone')
  }
  const hand = () =>
    run(async () => onDone(await grantRole({ memberId: member.id, role, scope, scopeId }), `已授予${roleLabels[role]}`))
  const scopes = scopesOf[role].map((value) => ({ value, words: scopeLabels[value] }))
  return (
    <View>
      <Field label="角色">
        <Chips label="角色" options={roles} value={role} onChange={choose} />
      </Field>
      {scopes.length > 1 && (
        <Field label="范围">
          <Chips label="范围" options={scopes} value={scope} onChange={chooseScope} />
        </Field>
      )}
      {scope === 'branch' && <DeskBranchPicker label="管理的支部" value={scopeId} onChange={setScopeId} />}
      {scope === 'team' && <TeamPicker value={scopeId} onChange={setScopeId} />}
      {scope === 'zone' && <Text className="member-desk__words">范围是全区。</Text>}
      {refused && <Refused error={refused} />}
      <Button kind="main" onPress={hand}>
        授予{roleLabels[role]}
      </Button>
    </View>
  )
}
