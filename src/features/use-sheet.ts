import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isOpen } from '@/domain/document/rules'
import { CallError } from '@/lib/call-error'
import { openDocument } from '@/lib/documents'
import { newRequestId } from '@/lib/request-id'
import { followJob, requestSheet, type Followed, type Job, type SheetWanted } from './document/api'

/** Each question does a slice of the work, so while it gets on the next one follows soon; else somebody else is at it. */
const GETTING_ON_MS = 200
const STANDING_MS = 1_000
const OFFLINE_MS = 4_000

export interface FollowedSheet {
  /** What is known of the job; null before there is one. */
  job: Job | Followed | null
  /** Why it could not be begun or asked after. While it is `offline`, it is asked again by itself. */
  refused: CallError | null
  /** The file did not open. */
  stuck: boolean
  /** Begins a sheet and follows it; its file opens when it is there. Pressed again after a lost answer it is the same one. */
  begin: (wanted: SheetWanted) => Promise<void>
  /** Opens the finished file by a fresh address. */
  open: () => Promise<void>
}

const caught = (error: unknown): CallError => {
  if (error instanceof CallError) return error
  throw error
}

/**
 * Follows a sheet while its page is seen.
 *
 * @param known a job that is there already
 */
export function useSheet(known: Job | null = null): FollowedSheet {
  const [job, setJob] = useState<Job | Followed | null>(known)
  const [refused, setRefused] = useState<CallError | null>(null)
  const { stuck, show } = useOpening()
  const requestId = useRef<string | null>(null)
  /** Only what was begun here opens by itself. */
  const opens = useRef(false)

  const take = useCallback(
    (found: Followed) => {
      setRefused(null)
      setJob(found)
      if (!opens.current || !found.url) return
      opens.current = false
      void show(found)
    },
    [show],
  )
  useFollowing(job, take, setRefused)

  const begin = async (wanted: SheetWanted) => {
    requestId.current ??= newRequestId()
    try {
      const begun = await requestSheet(wanted, requestId.current)
      requestId.current = null
      opens.current = true
      setRefused(null)
      setJob(begun)
    } catch (error) {
      const refusal = caught(error)
      if (!refusal.offline) requestId.current = null
      setRefused(refusal)
    }
  }
  const open = async () => {
    if (!job) return
    opens.current = true
    const found = await followJob(job.id).catch(caught)
    if (found instanceof CallError) setRefused(found)
    else take(found)
  }
  return { job, refused, stuck, begin, open }
}

function useOpening() {
  const [stuck, setStuck] = useState(false)
  const show = useCallback(async ({ url, name }: Followed) => {
    try {
      setStuck(false)
      await openDocument(url, name)
    } catch (error) {
      console.info('file did not open', error)
      setStuck(true)
    }
  }, [])
  return { stuck, show }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks after an unfinished job again and again, while the page is seen. */
function useFollowing(job: Job | null, take: (found: Followed) => void, refuse: (refused: CallError) => void): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const jobId = job && isOpen(job.state) ? job.id : null

  useEffect(() => {
    if (jobId === null || !shown) return
    let here = true
    const follow = async () => {
      let [done, wait] = [-1, GETTING_ON_MS]
      while (wait > 0) {
        await sleep(wait)
        const found = here ? await followJob(jobId).catch(caught) : null
        if (!here || !found) return
        if (found instanceof CallError) {
          refuse(found)
          wait = found.offline ? OFFLINE_MS : 0
        } else {
          take(found)
          wait = found.done > done ? GETTING_ON_MS : STANDING_MS
          done = found.done
        }
      }
    }
    void follow()
    return () => {
      here = false
    }
  }, [jobId, shown, take, refuse])
}
