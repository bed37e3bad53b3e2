import { View } from '@tarojs/components'
import { audienceLabels } from '@/domain/event/labels'
import { AUDIENCES, type Audience } from '@/domain/event/rules'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { SectionTitle } from '@/ui/section-title'
import { SwitchRow } from '@/ui/switch-row'
import { TextField } from '@/ui/text-field'
import type { SectionProps } from './section'
import '@/features/draft.scss'

const audienceNotes: Record<Audience, string> = {
  public: '访客也能看到，绑定身份后可报名',
  members: '支部确认过的党员群众可以看到和报名',
  hosts: '只有主办支部确认过的人可以看到和报名',
}
const audiences = AUDIENCES.map((value) => ({ value, words: audienceLabels[value], note: audienceNotes[value] }))

/** How many may come, and who. */
export function DraftPeople({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>名额和范围</SectionTitle>
      <Card flush>
        <SwitchRow
          title="限制人数"
          note={form.limited ? '报满后不再接受报名' : '来多少人都可以'}
          checked={form.limited}
          onChange={(limited) => set({ limited })}
        />
        {form.limited && (
          <View className="draft__inset">
            <TextField
              kind="number"
              label="人数上限"
              unit="人"
              maxLength={4}
              value={form.capacity}
              error={problems.capacity}
              onChange={(capacity) => set({ capacity })}
            />
          </View>
        )}
        {form.limited && (
          <SwitchRow
            title="允许候补"
            note="报满后可以排队，有人取消时按顺序补上"
            checked={form.waitlist}
            onChange={(waitlist) => set({ waitlist })}
          />
        )}
        <SwitchRow
          title="允许现场参加"
          note="没有报名的人到场扫码，有空位就直接签到"
          checked={form.walkIns}
          onChange={(walkIns) => set({ walkIns })}
        />
      </Card>
      <Card className="draft__card">
        <Choice label="可见范围" options={audiences} value={form.audience} onChange={(audience) => set({ audience })} />
      </Card>
    </View>
  )
}
