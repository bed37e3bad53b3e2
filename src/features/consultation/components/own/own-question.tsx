import { Text } from '@tarojs/components'
import { sayWhen } from '@/domain/time'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { FileRows } from '../talk/file-rows'
import type { ConsultationView } from '../talk/talk-model'
import './own-question.scss'

/** What was asked, with its files. */
export function OwnQuestion({ view, now }: { view: ConsultationView; now: number }) {
  const { full } = view
  if (!full) return null
  return (
    <>
      <SectionTitle>咨询的问题</SectionTitle>
      <Card>
        <Text className="own-question__words" userSelect>
          {full.question}
        </Text>
        <FileRows files={full.files} />
        <Text className="own-question__by">{`${full.contact.name} · ${sayWhen(full.bookedAt, now)} 提出`}</Text>
      </Card>
    </>
  )
}
