import { useRouter } from '@tarojs/taro'
import { Refused } from '@/features/desk-state'
import { AskForm } from '@/features/guidance/components/ask/ask-form'
import { Begun } from '@/features/guidance/components/ask/begun'
import { useAsk } from '@/features/guidance/components/ask/use-ask'
import { ChooseEnterprise, SpeakerGate } from '@/features/speaker-gate'
import { useSpeaker, type Speaker } from '@/features/use-speaker'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '申请一对一指导'

function Asking({ enterpriseId, speaker }: { enterpriseId: string; speaker: Speaker }) {
  const ask = useAsk(enterpriseId)
  const { begun, refused, uploads, send } = ask
  if (begun)
    return (
      <PageFrame title={TITLE}>
        <Begun view={begun} />
      </PageFrame>
    )
  return (
    <PageFrame
      title={TITLE}
      action={
        <>
          {refused && <Refused error={refused} />}
          <Button kind="main" disabled={uploads.busy} onPress={send}>
            {uploads.busy ? '文件正在上传' : '提交申请'}
          </Button>
        </>
      }
    >
      <ChooseEnterprise speaker={speaker} />
      <Notice>同一位辅导员陪到出结果：诊断、列材料、改初稿、提交、等结果。</Notice>
      <AskForm ask={ask} />
    </PageFrame>
  )
}

/** An enterprise asks to be guided through a project application. */
export default function AskGuidancePage() {
  const speaker = useSpeaker(useRouter().params.enterpriseId)
  const { enterpriseId } = speaker
  if (enterpriseId) return <Asking key={enterpriseId} enterpriseId={enterpriseId} speaker={speaker} />
  return (
    <PageFrame title={TITLE}>
      <SpeakerGate speaker={speaker} doing="申请一对一指导" />
    </PageFrame>
  )
}
