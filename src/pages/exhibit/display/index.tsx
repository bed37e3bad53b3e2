import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useMemo } from 'react'
import { Asked } from '@/features/call-state'
import { DisplayBar } from '@/features/exhibit/components/display/display-bar'
import { entryOf } from '@/features/exhibit/components/display/entry'
import { ExhibitArticle } from '@/features/exhibit/components/display/exhibit-article'
import { useDisplay } from '@/features/exhibit/components/display/use-display'
import { useMode } from '@/features/exhibit/components/display/use-mode'
import { UnknownExhibit, isUnknown } from '@/features/exhibit/components/find/unknown-exhibit'
import { usePageTitle } from '@/features/exhibit/components/display/use-page-title'
import { useListGestures } from '@/features/use-list-gestures'
import { usePlaying } from '@/lib/guide-sound'
import { address } from '@/lib/routes'
import { DisplayProvider, MAX_SCALE, useDisplay as useHowToShow } from '@/ui/display'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

/** One exhibit, story or milestone: opened from the code on the wall, by its number, or from a list. */
export default function ExhibitDisplayPage() {
  const { params } = useRouter()
  const entry = useMemo(() => entryOf(params), [params])
  const { of, partial } = useDisplay(entry)
  const [mode, choose] = useMode()
  const around = useHowToShow()
  const { data } = of
  const title = usePageTitle(data?.exhibit.kind)
  const ownSound = usePlaying()?.sound.exhibitId === data?.exhibit.id
  // Large type for this page alone; the guide's own player stands on it already.
  const display = useMemo(
    () => ({
      ...around,
      scale: mode === 'large' ? MAX_SCALE : around.scale,
      foot: ownSound ? undefined : around.foot,
    }),
    [around, mode, ownSound],
  )
  useListGestures(of)
  useShareAppMessage(() => ({
    title: data?.exhibit.title ?? '红链通',
    path: data ? address('display', { exhibitId: data.exhibit.id }) : address('findExhibit'),
  }))

  if (entry === null || isUnknown(of.error))
    return <UnknownExhibit error={of.error} numbered={params.number !== undefined} />
  return (
    <DisplayProvider value={display}>
      <PageFrame title={title} action={data && <DisplayBar answer={data} put={partial ? undefined : of.put} />}>
        <Asked of={of} skeleton={<Skeleton shape="detail" />}>
          {(answer) => <ExhibitArticle answer={answer} partial={partial} mode={mode} onMode={choose} />}
        </Asked>
      </PageFrame>
    </DisplayProvider>
  )
}
