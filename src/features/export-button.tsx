import { Text, View } from '@tarojs/components'
import { isOpen, shareOf } from '@/domain/document/rules'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { ProgressBar } from '@/ui/progress-bar'
import { Refused } from './desk-state'
import type { Job, SheetWanted } from './document/api'
import { useSheet, type FollowedSheet } from './use-sheet'
import { saySize } from './waiting-files'
import './export-button.scss'

interface ExportButtonProps {
  wanted: SheetWanted
  /** What it does, such as 导出名单. */
  children: string
}

/** Has a sheet made, shows in its place how far it is, and opens the file when it is there. */
export function ExportButton({ wanted, children }: ExportButtonProps) {
  const sheet = useSheet()
  const { job, refused } = sheet
  return (
    <View className="export-button">
      <Step sheet={sheet} wanted={wanted} words={children} />
      {refused && (!job || !refused.offline) && <Refused error={refused} />}
      {refused?.offline && job && <Notice tone="wait">网络不通，恢复后会接着生成</Notice>}
    </View>
  )
}

function Step({ sheet, wanted, words }: { sheet: FollowedSheet; wanted: SheetWanted; words: string }) {
  const { job, begin, open } = sheet
  if (job && isOpen(job.state)) return <Making job={job} />
  if (job?.state === 'done')
    return (
      <View className="export-button__done">
        <Text className="export-button__words">{`已生成，共 ${job.done} 行，${saySize(job.size)}，可下载 24 小时`}</Text>
        {sheet.stuck && <Notice tone="bad">文件没有打开，请再点一次</Notice>}
        <View className="export-button__buttons">
          <Button compact icon="document" onPress={open}>
            打开文件
          </Button>
          <Button compact kind="link" onPress={to.documents}>
            导出的文件
          </Button>
        </View>
      </View>
    )
  return (
    <>
      {job?.state === 'failed' && <Notice tone="bad">文件没有生成，请再导出一次</Notice>}
      <Button icon="download" onPress={() => begin(wanted)}>
        {words}
      </Button>
    </>
  )
}

const doneWords = ({ done, total }: Job): string => {
  if (total === 0) return '正在生成文件'
  return done < total ? `正在整理，${done} / ${total} 行` : `已整理 ${done} 行，正在生成文件`
}

/** How far a job is, in words and as a bar. */
export function Making({ job }: { job: Job }) {
  return (
    <View className="export-button__making">
      <Text className="export-button__words">{doneWords(job)}</Text>
      <ProgressBar label="文件生成进度" share={shareOf(job)} />
      <Text className="export-button__hint">可以先做别的，生成后会通知您</Text>
    </View>
  )
}
