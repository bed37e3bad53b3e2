import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'

/** A new day, or one like the last: most days repeat the one before. */
export function DaysAction() {
  const past = useList('service.managed', { when: 'past' }, { keep: true })
  const upcoming = useList('service.managed', { when: 'upcoming' }, { keep: true })
  const standing = [...[...upcoming.items].reverse(), ...past.items].filter(({ state }) => state === 'published')
  const [last] = standing
  const fresh = (
    <Button kind="main" icon="plus" onPress={() => to.serviceEdit()}>
      新建服务日
    </Button>
  )
  if (!last) return fresh
  return (
    <ButtonRow>
      <Button icon="copy" label={`复制上一次：${last.title}`} onPress={() => to.serviceEdit({ copyOf: last.id })}>
        复制上一次
      </Button>
      {fresh}
    </ButtonRow>
  )
}
