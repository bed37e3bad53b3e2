import { useReachBottom } from '@tarojs/taro'
import { JobList } from '@/features/document/components/job-list'
import { DeskGate } from '@/features/member/components/desk-gate'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

const TITLE = '导出的文件'

/** The files that this person had made, with how far each is. */
export default function DocumentsPage() {
  return (
    <DeskGate title={TITLE} only="all">
      <Documents />
    </DeskGate>
  )
}

function Documents() {
  const list = useList('document.jobs', {})
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())
  return (
    <PageFrame title={TITLE}>
      <JobList list={list} />
    </PageFrame>
  )
}
