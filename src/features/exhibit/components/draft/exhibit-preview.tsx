import { View } from '@tarojs/components'
import { useState } from 'react'
import { hallLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind, HallId, Mode } from '@/domain/exhibit/rules'
import { useCall } from '@/lib/use-call'
import { ExhibitArticle } from '../display/exhibit-article'
import { HallHead } from '../hall/hall-head'
import { HallStory } from '../hall/hall-story'
import { hallIdOf, type HallAnswer } from '../hall/hall-words'
import { wholePanorama } from '../hall/use-hall-view'
import { Panorama } from '../panorama/panorama'
import type { ExhibitForm } from './exhibit-form'
import { panoramaOf, viewOf } from './preview-view'

interface PreviewProps {
  id: string
  kind: ExhibitKind
  form: ExhibitForm
  /** When it was last changed. */
  at: number
}

/** What visitors would see of a form, drawn by what draws it for them. */
export function ExhibitPreview(props: PreviewProps) {
  return props.kind === 'hall' ? <HallPreview {...props} /> : <ArticlePreview {...props} />
}

function ArticlePreview({ id, kind, form, at }: PreviewProps) {
  const [mode, setMode] = useState<Mode>('read')
  const branches = useCall('member.branches', {}, { keep: true, skip: form.branchIds.length === 0 })
  const hall = form.hallId
  const answer = {
    exhibit: viewOf(id, kind, form, at),
    next: null,
    hallTitle: hall ? hallLabels[hall] : '',
    // Names of events are asked for one by one in the form; a preview shows that there are some.
    events: [],
    branches: (branches.data?.items ?? []).filter((branch) => form.branchIds.includes(branch.id)),
    favourite: null,
  }
  return <ExhibitArticle answer={answer} partial={false} mode={mode} onMode={setMode} />
}

function HallPreview({ id, kind, form, at }: PreviewProps) {
  const hallId = hallIdOf(id)
  const hall = useCall('exhibit.hall', { hallId: hallId ?? 'h1' }, { keep: true, skip: !hallId })
  if (!hallId) return null
  const exhibits = hall.data?.exhibits ?? []
  const titleOf = (to: { number: string } | { hallId: HallId }): string =>
    'hallId' in to ? hallLabels[to.hallId] : (exhibits.find(({ number }) => number === to.number)?.title ?? '')
  const answer: HallAnswer = {
    hall: viewOf(id, kind, form, at),
    panorama: panoramaOf(form.panorama, titleOf),
    exhibits,
    neighbours: hall.data?.neighbours ?? [],
  }
  const panorama = wholePanorama(answer.panorama)
  return (
    <View>
      <HallHead hallId={hallId} answer={answer} cover={!panorama} />
      {panorama && <Panorama panorama={panorama} title={answer.hall.title} onPlan={() => undefined} />}
      <HallStory hall={answer.hall} />
    </View>
  )
}
