import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { GuidanceList } from '@/features/guidance/components/guidance-list'
import { StartSheet } from '@/features/guidance/components/start-sheet'
import { DeskGate, isSpecialist } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '一对一指导'

/** The applications that a specialist guides, or that the teams of a leader or staff do. */
export default function GuidanceListPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Guidances />
    </DeskGate>
  )
}

function Guidances() {
  const { consultationId, enterpriseId, enterpriseName = '' } = useRouter().params
  const { grants } = useSession()
  const teamId = grants.find(({ role }) => role === 'specialist')?.scopeId ?? ''
  const [starting, setStarting] = useState(consultationId !== undefined)
  const enterprise = enterpriseId === undefined ? {} : { enterprise: { id: enterpriseId, name: enterpriseName } }
  return (
    <PageFrame
      title={TITLE}
      action={
        isSpecialist(grants) && (
          <Button kind="main" icon="plus" onPress={() => setStarting(true)}>
            开始一项指导
          </Button>
        )
      }
    >
      <GuidanceList />
      {starting && isSpecialist(grants) && (
        <StartSheet
          teamId={teamId}
          from={{ ...enterprise, ...(consultationId === undefined ? {} : { consultationId }) }}
          onClose={() => setStarting(false)}
          onStarted={(id) => {
            setStarting(false)
            void to.deskGuidance(id)
          }}
        />
      )}
    </PageFrame>
  )
}
