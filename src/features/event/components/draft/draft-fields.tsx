import { View } from '@tarojs/components'
import type { FieldProblems } from './draft-check'
import { DraftAgenda } from './draft-agenda'
import { DraftBasics, DraftPlace } from './draft-basics'
import { DraftMaterials, DraftPictures } from './draft-files'
import type { DraftForm } from './draft-form'
import { DraftHosts } from './draft-hosts'
import { DraftPeople } from './draft-people'
import { DraftWindows } from './draft-windows'
import type { SectionProps } from './section'
import type { Uploads } from '@/features/use-uploads'
import '@/features/draft.scss'

export interface DraftFieldsProps {
  form: DraftForm
  problems: FieldProblems
  change: SectionProps['change']
  pictures: Uploads
  materials: Uploads
}

/** All that an organiser decides about an event, in the order in which people think of it. */
export function DraftFields({ form, problems, change, pictures, materials }: DraftFieldsProps) {
  const section: SectionProps = { form, problems, change, set: (values) => change((now) => ({ ...now, ...values })) }
  return (
    <View className="draft__form">
      <DraftBasics {...section} />
      <DraftPlace {...section} />
      <DraftHosts {...section} />
      <DraftPeople {...section} />
      <DraftWindows {...section} />
      <DraftAgenda {...section} />
      <DraftPictures {...section} uploads={pictures} />
      <DraftMaterials {...section} uploads={materials} />
    </View>
  )
}
