import { useRouter } from '@tarojs/taro'
import { useWallCodes, WallCodesButton, WallCodesForm } from '@/features/exhibit/components/desk/wall-codes'
import { hallIdOf } from '@/features/exhibit/components/hall/hall-words'
import { DeskGate } from '@/features/member/components/desk-gate'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '墙面展项码'

/** A sheet of the codes for the walls, to be printed and cut. */
export default function DeskWallCodesPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <Codes />
    </DeskGate>
  )
}

function Codes() {
  const codes = useWallCodes(hallIdOf(useRouter<{ hallId?: string }>().params.hallId))
  return (
    <PageFrame title={TITLE} action={<WallCodesButton codes={codes} />}>
      <WallCodesForm codes={codes} />
    </PageFrame>
  )
}
