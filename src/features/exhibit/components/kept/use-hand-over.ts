import { useEffect } from 'react'
import { useOnline } from '@/lib/network'
import { useSession } from '@/lib/session'
import { handOver, usePhoneMarks } from './phone-marks'

/** Hands over what the phone has noted as soon as there is somebody to hand it to and a network. True for who is logged in. */
export function useHandOver(): boolean {
  const bound = useSession().member !== null
  const online = useOnline()
  const waiting = usePhoneMarks().length > 0
  useEffect(() => {
    if (bound && online && waiting) void handOver()
  }, [bound, online, waiting])
  return bound
}
