import { useRouter } from '@tarojs/taro'
import { StoriesView } from '@/features/exhibit/components/stories/stories'
import { useStories } from '@/features/exhibit/components/stories/use-stories'
import { wordsIn } from '@/lib/address-words'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The library of stories. */
export default function StoriesPage() {
  const { words } = useRouter().params
  const stories = useStories(words && wordsIn(words))
  return (
    <PageFrame title="党建故事" wide>
      <StoriesView stories={stories} />
    </PageFrame>
  )
}
