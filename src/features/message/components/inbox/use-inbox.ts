import { useEffect, useRef } from 'react'
import { useRefusable } from '@/features/use-refusable'
import { useList } from '@/lib/use-list'
import { readAllMessages, readMessage } from '../../api'
import { leadOf, openLead } from './leads-to'
import type { Message } from './message-row'

/** The inbox and what can be done in it. @param open id of a message that a tap in WeChat leads to */
export function useInbox(open: string | undefined) {
  const list = useList('message.inbox', {}, { keep: true })
  const [refused, run] = useRefusable()
  const { refresh } = list

  const openMessage = ({ id, about, read }: Message) =>
    run(async () => {
      // Without a network it stays unread; what it is about can be looked at all the same.
      const reading = read ? undefined : readMessage(id)
      if (leadOf(about)) await Promise.all([reading, openLead(about)])
      else {
        await reading
        await refresh()
      }
    })
  const readAll = () =>
    run(async () => {
      if (list.first) await readAllMessages(list.first.now)
      await refresh()
    })

  const opened = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!open || opened.current === open) return
    opened.current = open
    void run(async () => {
      const { message } = await readMessage(open)
      // The inbox stays behind the page, so that the way back leads here.
      await openLead(message.about)
    })
  }, [open, run])

  return { list, unread: list.first?.unread ?? 0, refused, openMessage, readAll }
}
