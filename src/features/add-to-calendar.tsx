import { useState, type ReactNode } from 'react'
import { addToCalendar } from '@/lib/calendar'
import type { CalendarEntry } from '@/lib/calendar-form'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Notice } from '@/ui/notice'

/** Puts a meeting into the phone's own calendar, and says that it stands there. @param beside another button in the same row */
export function AddToCalendar({ entry, beside }: { entry: CalendarEntry; beside?: ReactNode }) {
  const [added, setAdded] = useState('')
  const words = added && <Notice tone="good">{added}</Notice>
  const add = (
    <Button icon={beside ? undefined : 'calendar'} onPress={async () => setAdded(await addToCalendar(entry))}>
      加入手机日历
    </Button>
  )
  if (!beside) return words || add
  return (
    <>
      {words}
      <ButtonRow>
        {!added && add}
        {beside}
      </ButtonRow>
    </>
  )
}
