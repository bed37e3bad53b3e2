import { Kept } from '@/features/exhibit/components/kept/kept'
import { PageFrame } from '@/ui/page-frame'

/** What this person keeps of the exhibits: favourites, and where they have been. */
export default function ExhibitKeptPage() {
  return (
    <PageFrame title="收藏与足迹">
      <Kept />
    </PageFrame>
  )
}
