import { BoundOnly } from '@/features/bound-only'
import { MyEnterprises } from '@/features/enterprise/components/own/my-enterprises'
import { PageFrame } from '@/ui/page-frame'

/** The enterprises that the person speaks for or asks to. */
export default function MyEnterprisesPage() {
  return (
    <PageFrame title="我的企业">
      <BoundOnly why="绑定后，可以申请成为企业联络人，替企业预约服务日">
        <MyEnterprises />
      </BoundOnly>
    </PageFrame>
  )
}
