import { useRouter } from '@tarojs/taro'
import { Arriving } from '@/features/centre/components/visit/arriving'
import { codeIn } from '@/features/code-entry'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Arriving for a visit by the code at the door; also where WeChat's own scanner leads. */
export default function ArrivePage() {
  const code = codeIn(useRouter().params)
  return (
    <PageFrame title="到访登记">
      <Arriving code={code} />
    </PageFrame>
  )
}
