import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { GuidanceList } from '@/features/guidance/components/guidance-list'
import { StartSheet } from '@/features/guidance/components/start-sheet'
import { DeskGate } from '@/features/member/components/desk-gate'
import { wordsIn } from '@/lib/address-words'
import { to } from '@/lib/routes'
import { useSession, type Session } from '@/lib/session'
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

/** Whose guidance the person can begin: of the team that they lead, else of the one that they serve in. */
const teamOf = (grants: Session['grants']): string =>
  ['teamLeader', 'specialist'].flatMap((role) => grants.filter((grant) => grant.role === role))[0]?.scopeId ?? ''

function Guidances() {
  const { consultationId, enterpriseId, enterpriseName = '', ...query } = useRouter().params
  const { grants } = useSession()
  const teamId = query.teamId ?? teamOf(grants)
  const leads = grants.some(({ role, scopeId }) => role === 'teamLeader' && scopeId === teamId)
  const [starting, setStarting] = useState(consultationId !== undefined)
  const enterprise =
    enterpriseId === undefined ? {} : { enterprise: { id: enterpriseId, name: wordsIn(enterpriseName) } }
  return (
    <PageFrame
      title={TITLE}
      action={
        teamId !== '' && (
          <Button kind="main" icon="plus" onPress={() => setStarting(true)}>
            开始一项指导
          </Button>
        )
      }
    >
      <GuidanceList />
      {starting && teamId !== '' && (
        <StartSheet
          teamId={teamId}
          leads={leads}
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
