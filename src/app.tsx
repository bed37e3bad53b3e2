import { useMemo, type ReactNode } from 'react'
import { useOnline } from '@/lib/network'
import { systemFontSize, useLargeType } from '@/lib/preferences'
import { DisplayProvider, textScale } from '@/ui/display'
import { OfflineBand } from '@/ui/offline-band'
import './app.scss'

/** What stands around every page: how this person reads, and whether there is a network. */
export default function App({ children }: { children: ReactNode }) {
  const [large] = useLargeType()
  const scale = textScale(large, systemFontSize())
  const online = useOnline()
  const display = useMemo(() => ({ scale, band: online ? undefined : <OfflineBand /> }), [scale, online])
  return <DisplayProvider value={display}>{children}</DisplayProvider>
}
