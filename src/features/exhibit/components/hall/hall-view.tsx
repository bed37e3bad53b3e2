import type { HallId } from '@/domain/exhibit/rules'
import { useSmallPicture } from '@/lib/small-pictures'
import { EmptyState } from '@/ui/page-state'
import { Segmented } from '@/ui/segmented'
import { ExhibitCard, ExhibitCards } from '../exhibit-card'
import { Panorama } from '../panorama/panorama'
import { HallHead } from './hall-head'
import { HallPlan } from './hall-plan'
import type { HallAnswer } from './hall-words'
import { HALL_VIEWS, hallViewWords, wholePanorama, type HallView as View } from './use-hall-view'

function Exhibits({ exhibits }: Pick<HallAnswer, 'exhibits'>) {
  if (exhibits.length === 0) {
    return <EmptyState icon="hall" title="这个展厅的展项正在整理" why="整理好之后会出现在这里" />
  }
  return (
    <ExhibitCards>
      {exhibits.map((exhibit) => (
        <ExhibitCard key={exhibit.id} exhibit={exhibit} keepPicture hidePlace />
      ))}
    </ExhibitCards>
  )
}

/** Keeps a picture on the phone that this view does not show, so that the hall is whole without a network. */
function KeptForLater({ url }: { url: string }) {
  useSmallPicture(url)
  return null
}

interface HallViewProps {
  hallId: HallId
  answer: HallAnswer
  view: View
  onView: (view: View) => void
}

/** A hall to walk through in one of three ways that all lead to the same exhibits. */
export function HallView({ hallId, answer, view, onView }: HallViewProps) {
  const { hall, exhibits, neighbours } = answer
  const panorama = wholePanorama(answer.panorama)
  const options = HALL_VIEWS.filter((one) => one !== 'panorama' || panorama).map((value) => ({
    value,
    words: hallViewWords[value],
  }))
  return (
    <>
      <HallHead hallId={hallId} answer={answer} cover={view !== 'panorama'} />
      <Segmented label="怎么看这个展厅" options={options} value={view} onChange={onView} />
      {view === 'panorama' && panorama && (
        <Panorama key={hallId} panorama={panorama} title={hall.title} onPlan={() => onView('plan')} />
      )}
      {view === 'plan' && <HallPlan hallId={hallId} exhibits={exhibits} neighbours={neighbours} />}
      {view === 'list' && <Exhibits exhibits={exhibits} />}
      {view !== 'list' && exhibits.map(({ id, picture }) => picture && <KeptForLater key={id} url={picture.url} />)}
    </>
  )
}
