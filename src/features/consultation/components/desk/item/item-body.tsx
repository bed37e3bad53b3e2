import { Text, View } from '@tarojs/components'
import { problemKindLabels } from '@/domain/consultation/labels'
import { Looks } from '@/features/looks'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { FileRows } from '../../talk/file-rows'
import { Talk } from '../../talk/talk'
import type { ConsultationView } from '../../talk/talk-model'
import './item-head.scss'

interface ItemBodyProps {
  view: ConsultationView
  onView: (view: ConsultationView) => void
}

const closedWords: Partial<Record<ConsultationView['side'], { title: string; words: string }>> = {
  asked: {
    title: '接手以后可以看到内容',
    words: '企业的问题、材料和往来只给负责人看。请先看主题和时间，再决定是否接手。',
  },
  staff: {
    title: '只显示概要',
    words: '企业的问题、材料和往来供企业、负责人和队长查看。确有需要时可以登记原因后查看。',
  },
}

/** What the enterprise asked, before what can be done about it: the first thing to read. */
export function ItemQuestion({ view: { full } }: { view: ConsultationView }) {
  if (!full) return null
  return (
    <>
      <SectionTitle>企业的问题</SectionTitle>
      <Card>
        <Text className="item-question__words" userSelect>
          {full.question}
        </Text>
        <FileRows files={full.files} />
      </Card>
    </>
  )
}

/** Everything said; for whoever sees the outline only, why that is. */
export function ItemBody({ view, onView }: ItemBodyProps) {
  const { full, side } = view
  if (!full) {
    const closed = closedWords[side]
    return (
      <>
        {view.askReason && (
          <Notice tone="wait" title={`${view.outline.transfer?.from.name ?? '同事'}请您接手`}>
            {view.askReason}
          </Notice>
        )}
        {closed && (
          <Notice tone="info" title={closed.title}>
            {closed.words}
          </Notice>
        )}
      </>
    )
  }
  return (
    <View className="item-body">
      <Problem full={full} />
      <Talk view={view} onView={onView} />
      <Closing full={full} now={view.now} />
    </View>
  )
}

type Full = NonNullable<ConsultationView['full']>

function Problem({ full: { problem } }: { full: Full }) {
  if (!problem) return null
  return (
    <>
      <SectionTitle note={problemKindLabels[problem.kind]}>问题清单</SectionTitle>
      <Card>
        <Text className="item-question__words">{problem.statement}</Text>
      </Card>
    </>
  )
}

/** What the enterprise thought of it, and who else has looked. */
function Closing({ full: { rating, looks }, now }: { full: Full; now: number }) {
  return (
    <>
      {rating && (
        <>
          <SectionTitle>企业评价</SectionTitle>
          <Card flush>
            <ListRow icon="heart" title={`${rating.stars} 分（满分 5 分）`} note={rating.words} />
          </Card>
        </>
      )}
      <Looks looks={looks} now={now} />
    </>
  )
}
