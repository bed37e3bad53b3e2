import { useRouter } from '@tarojs/taro'
import { BindFields } from '@/features/member/components/bind-fields'
import { isOpen } from '@/features/member/components/bind-form'
import { useBind } from '@/features/member/components/use-bind'
import { back, replaceWithAddress, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { Done } from '@/ui/page-state'
import './index.scss'

/** Saying who one is, once; then back to where it was needed. */
export default function BindPage() {
  const { then } = useRouter().params
  const { form, change, submit, problem, member, errors } = useBind()
  const submitAndGoOn = async () => {
    if (!(await submit())) return
    if (then) await replaceWithAddress(decodeURIComponent(then))
    else await back()
  }
  if (member && !isOpen(member.state)) {
    return (
      <PageFrame title="绑定身份">
        <Done title={`已绑定：${member.name}`} next={`${member.branch.name}。需要更正姓名或支部，请联系支部书记`}>
          <Button onPress={() => to.myData()}>查看我的数据</Button>
        </Done>
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title="绑定身份"
      action={
        <Button id="bind" kind="main" onPress={submitAndGoOn}>
          {member ? '更正并重新提交' : '绑定'}
        </Button>
      }
    >
      {member?.state === 'declined' && (
        <Notice tone="bad" title="支部没有确认">
          {`${member.declineReason || '请核对姓名和支部'}。更正后可以重新提交`}
        </Notice>
      )}
      {!member && <Notice>绑定后先由支部确认，这期间报名和签到都不受影响</Notice>}
      <BindFields form={form} errors={errors} onChange={change} />
      {problem && <Notice tone="bad">{problem}</Notice>}
    </PageFrame>
  )
}
