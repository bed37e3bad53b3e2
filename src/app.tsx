import { useMemo, type ReactNode } from 'react'
import { MiniPlayer } from '@/features/mini-player'
import { usePlaying } from '@/lib/guide-sound'
import { useOnline } from '@/lib/network'
import { systemFontSize, useLargeType } from '@/lib/preferences'
import { DisplayProvider, textScale } from '@/ui/display'
import { OfflineBand } from '@/ui/offline-band'
import './app.scss'

/** What stands around every page: how this person reads, whether there is a network, and the guide that plays. */
export default function App({ children }: { children: ReactNode }) {
  const [large] = useLargeType()
  const scale = textScale(large, systemFontSize())
  const online = useOnline()
  const sounds = usePlaying() !== undefined
  const display = useMemo(
    () => ({ scale, band: online ? undefined : <OfflineBand />, foot: sounds ? <MiniPlayer /> : undefined }),
    [scale, online, sounds],
  )
  return <DisplayProvider value={display}>{children}</DisplayProvider>
}
