import { Text, View } from '@tarojs/components'
import { jobStateLabels } from '@/domain/document/labels'
import { isOpen, type JobState } from '@/domain/document/rules'
import { sayWhen } from '@/domain/time'
import { CallFailed, ListFoot, Refused } from '@/features/desk-state'
import { Making } from '@/features/export-button'
import { useSheet, type FollowedSheet } from '@/features/use-sheet'
import { saySize } from '@/features/waiting-files'
import { now } from '@/lib/clock'
import { to } from '@/lib/routes'
import type { List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { StateTag, type Tone } from '@/ui/state-tag'
import type { Job, SheetWanted } from '../api'
import './job-list.scss'

const tones: Record<JobState, Tone> = {
  waiting: 'wait',
  running: 'live',
  done: 'good',
  failed: 'bad',
  expired: 'quiet',
}

/** The files that this person had made, newest first. */
export function JobList({ list }: { list: List<'document.jobs'> }) {
  if (list.loading) return <Skeleton shape="cards" />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (list.items.length === 0)
    return (
      <EmptyState
        icon="document"
        title="还没有导出过文件"
        why="在签到名单、参观安排、服务统计等页面点“导出”，文件会出现在这里"
      >
        <Button onPress={() => to.desk()}>回工作台</Button>
      </EmptyState>
    )
  return (
    <View>
      {list.asOf !== undefined && list.error && <Refused error={list.error} />}
      {list.items.map((job) => (
        <JobCard key={`${job.id} ${job.state}`} known={job} onAgain={list.refresh} />
      ))}
      <ListFoot list={list} />
    </View>
  )
}

function JobCard({ known, onAgain }: { known: Job; onAgain: () => Promise<void> }) {
  const sheet = useSheet(known)
  const job = sheet.job ?? known
  return (
    <Card className="job-list__card">
      <View className="job-list__head">
        <Text className="job-list__title">{job.title}</Text>
        <StateTag tone={tones[job.state]} words={jobStateLabels[job.state]} />
      </View>
      <Text className="job-list__line">{lineOf(job)}</Text>
      {isOpen(job.state) ? <Making job={job} /> : <Next job={job} sheet={sheet} onAgain={onAgain} />}
      {sheet.stuck && <Notice tone="bad">文件没有打开，请再点一次</Notice>}
      {sheet.refused && <Refused error={sheet.refused} />}
    </Card>
  )
}

const lineOf = (job: Job): string => {
  const asked = `${sayWhen(job.at, now())} 导出`
  if (job.state !== 'done') return asked
  return `${asked}，${job.done} 行，${saySize(job.size)}，保留到${sayWhen(job.expiresAt, now())}`
}

/** What can be done with one that has come to its end. */
function Next({ job, sheet, onAgain }: { job: Job; sheet: FollowedSheet; onAgain: () => Promise<void> }) {
  if (job.state === 'done')
    return (
      <Button compact icon="document" label={`打开文件：${job.title}`} onPress={sheet.open}>
        打开文件
      </Button>
    )
  const again = async () => {
    // What it was asked for with came from the same action, under the same names.
    await sheet.begin({ kind: job.kind, ...job.params } as SheetWanted)
    await onAgain()
  }
  return (
    <>
      <Text className="job-list__line">
        {job.state === 'failed'
          ? '没有生成成功，可以再导出一次；多次不成功，请联系党委工作人员'
          : '文件只保留 24 小时，已经删除，需要时重新导出'}
      </Text>
      <Button compact icon="refresh" label={`重新导出：${job.title}`} onPress={again}>
        重新导出
      </Button>
    </>
  )
}
