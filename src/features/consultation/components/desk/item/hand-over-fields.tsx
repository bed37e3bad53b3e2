import { topicLabels } from '@/domain/service/labels'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SwitchRow } from '@/ui/switch-row'
import { TextField } from '@/ui/text-field'
import type { Outline } from '../item-words'
import { Templates } from './form-parts'
import { PeopleField, type useColleagues } from './people-field'
import { TRANSFER_REASONS } from './templates'

/** Whom to hand an item over to, why, and whether although they do not know its topic. */
export interface HandOver {
  to: string
  reason: string
  override: boolean
}
export const NOBODY_YET: HandOver = { to: '', reason: '', override: false }
type Team = ReturnType<typeof useColleagues>

const isOffTopic = (to: string, team: Team): boolean =>
  team.data?.items.some(({ id, fit }) => id === to && fit === 'offTopic') ?? false

export type HandOverProblems = Partial<Record<keyof HandOver, string>>
/** Everything that keeps it from being asked, in words beside its fields. */
export const handOverProblems = ({ to, reason, override }: HandOver, team: Team): HandOverProblems => ({
  ...(to ? {} : { to: '请选择请谁接手' }),
  ...(reason.trim() ? {} : { reason: '请写明原因，对方和队长看得到' }),
  ...(isOffTopic(to, team) && !override ? { override: '这位队员不专攻这个主题，确定要转交请打开“仍然转交”' } : {}),
})

const reasons = TRANSFER_REASONS.map((words) => ({ name: words, words }))

interface HandOverFieldsProps {
  item: Outline
  team: Team
  form: HandOver
  problems: HandOverProblems
  change: (part: Partial<HandOver>) => void
}

/** Who takes it over and why. Who does not know the topic is asked only on purpose, with the reason kept. */
export function HandOverFields({ item, team, form, problems, change }: HandOverFieldsProps) {
  const person = team.data?.items.find(({ id }) => id === form.to)
  return (
    <>
      <PeopleField
        item={item}
        team={team}
        value={form.to}
        error={problems.to}
        onChange={(to) => change({ to, override: false })}
      />
      {isOffTopic(form.to, team) && (
        <>
          <Card flush>
            <SwitchRow
              title="仍然转交"
              note={`${person?.name ?? '对方'}不专攻${topicLabels[item.topic]}，原因会留存`}
              checked={form.override}
              onChange={(override) => change({ override })}
            />
          </Card>
          {problems.override && <Notice tone="bad">{problems.override}</Notice>}
        </>
      )}
      <TextField
        kind="lines"
        label="转交原因"
        maxLength={200}
        value={form.reason}
        error={problems.reason}
        onChange={(reason) => change({ reason })}
      />
      <Templates templates={reasons} onPick={({ words }) => change({ reason: words })} />
    </>
  )
}
