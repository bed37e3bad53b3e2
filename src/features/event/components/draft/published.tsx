import type { OutputFor } from '@/domain/contracts'
import { sayWhen } from '@/domain/time'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Done } from '@/ui/page-state'

interface PublishedProps {
  event: Pick<OutputFor<'event.get'>, 'id' | 'title' | 'signUp' | 'checkIn'>
  onBack: () => void
}

/** The event is out: what people can do from when on, and the organiser's next steps. */
export function Published({ event, onBack }: PublishedProps) {
  const now = Date.now()
  const signUp = event.signUp.opensAt <= now ? '现在就可以报名' : `报名 ${sayWhen(event.signUp.opensAt, now)} 开始`
  return (
    <Done title="活动已发布" next={`“${event.title}”${signUp}，签到 ${sayWhen(event.checkIn.opensAt, now)} 开始`}>
      <Button kind="main" onPress={() => to.event(event.id)}>
        查看活动页
      </Button>
      <Button onPress={() => to.eventDesk(event.id)}>打开签到台</Button>
      <Button kind="link" onPress={onBack}>
        继续修改
      </Button>
    </Done>
  )
}
