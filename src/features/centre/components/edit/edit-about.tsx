import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { LENGTHS, type CentreForm, type CentreProblems } from './centre-form'

/** What every section of the form is given. */
export interface SectionProps {
  form: CentreForm
  problems: CentreProblems
  set: (values: Partial<CentreForm>) => void
}

/** What the centre is and how to get there. */
export function EditAbout({ form, problems, set }: SectionProps) {
  return (
    <View className="centre-edit__first">
      <SectionTitle>介绍与到馆</SectionTitle>
      <Card>
        <TextField
          kind="lines"
          label="介绍"
          maxLength={LENGTHS.intro}
          value={form.intro}
          error={problems.intro}
          onChange={(intro) => set({ intro })}
        />
        <TextField
          label="地址"
          maxLength={LENGTHS.address}
          value={form.address}
          error={problems.address}
          onChange={(address) => set({ address })}
        />
        <TextField
          kind="lines"
          label="怎么来"
          optional
          placeholder="公交、停车、从哪个门进"
          maxLength={LENGTHS.directions}
          value={form.directions}
          onChange={(directions) => set({ directions })}
        />
        <TextField
          label="地图坐标"
          optional
          hint="纬度在前，经度在后，用逗号隔开"
          placeholder="23.7012, 113.0398"
          value={form.coordinates}
          error={problems.coordinates}
          onChange={(coordinates) => set({ coordinates })}
        />
        <TextField
          label="电话"
          optional
          maxLength={20}
          value={form.phone}
          error={problems.phone}
          onChange={(phone) => set({ phone })}
        />
      </Card>
    </View>
  )
}
