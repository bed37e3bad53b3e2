import { useState } from 'react'
import { TEAM_NAME_LENGTH } from '@/domain/service/rules'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { nameTeam } from '../../../api'

interface Team {
  id: string
  name: string
}

/** What each team is called; a tap gives it another name. */
export function TeamNames({ teams, onNamed }: { teams: readonly Team[]; onNamed: (name: string) => void }) {
  const [open, setOpen] = useState<Team>()
  if (teams.length === 0) return null
  return (
    <>
      <Card flush>
        {teams.map((team) => (
          <ListRow
            key={team.id}
            icon="flag"
            title={team.name || '小分队还没有名称'}
            note="企业在服务日页面看到的名称"
            value="改名"
            onPress={() => setOpen(team)}
          />
        ))}
      </Card>
      {open && (
        <NameSheet
          team={open}
          onClose={() => setOpen(undefined)}
          onNamed={(name) => {
            setOpen(undefined)
            onNamed(name)
          }}
        />
      )}
    </>
  )
}

interface NameSheetProps {
  team: Team
  onClose: () => void
  onNamed: (name: string) => void
}

function NameSheet({ team, onClose, onNamed }: NameSheetProps) {
  const [typed, setTyped] = useState(team.name)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const name = typed.trim()
  const save = () => {
    setAsked(true)
    if (!name) return undefined
    return run(async () => onNamed((await nameTeam({ teamId: team.id, name })).name))
  }
  return (
    <Sheet
      title="小分队名称"
      onClose={onClose}
      action={
        <Button kind="main" onPress={save}>
          保存
        </Button>
      }
    >
      <TextField
        label="名称"
        maxLength={TEAM_NAME_LENGTH}
        value={typed}
        error={asked && !name ? '请写小分队的名称' : undefined}
        onChange={setTyped}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
