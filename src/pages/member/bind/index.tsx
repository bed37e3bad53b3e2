import { useRouter } from '@tarojs/taro'
import { BindFields } from '@/features/member/components/bind-fields'
import { useBind } from '@/features/member/components/use-bind'
import { back, replaceWithAddress } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Saying who one is, once; then back to where it was needed. */
export default function BindPage() {
  const { then } = useRouter().params
  const { form, change, submit, problem, member, locked, errors } = useBind()
  const submitAndGoOn = async () => {
    if (!(await submit())) return
    if (then) await replaceWithAddress(decodeURIComponent(then))
    else await back()
  }
  const words = locked ? '保存' : member ? '更正并重新提交' : '绑定'
  return (
    <PageFrame
      title="绑定身份"
      action={
        <Button id="bind" kind="main" onPress={submitAndGoOn}>
          {words}
        </Button>
      }
    >
      {member?.state === 'declined' && (
        <Notice tone="bad" title="支部没有确认">
          {`${member.declineReason || '请核对姓名和支部'}。更正后可以重新提交`}
        </Notice>
      )}
      {!member && <Notice>绑定后先由支部确认，这期间报名和签到都不受影响</Notice>}
      <BindFields form={form} errors={errors} locked={locked} onChange={change} />
      {problem && <Notice tone="bad">{problem}</Notice>}
    </PageFrame>
  )
}
