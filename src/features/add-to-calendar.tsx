import { useState } from 'react'
import { addToCalendar, type CalendarEntry } from '@/lib/calendar'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

/** Puts a meeting into the phone's own calendar, and says that it stands there. */
export function AddToCalendar({ entry }: { entry: CalendarEntry }) {
  const [added, setAdded] = useState('')
  if (added) return <Notice tone="good">{added}</Notice>
  return (
    <Button icon="calendar" onPress={async () => setAdded(await addToCalendar(entry))}>
      加入手机日历
    </Button>
  )
}
