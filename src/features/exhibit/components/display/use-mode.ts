import { MODES, type Mode } from '@/domain/exhibit/rules'
import { cell } from '@/lib/cell'
import { keep, kept } from '@/lib/storage'

const NAME = 'exhibit-mode'

const mode = cell<Mode | undefined>(undefined)

function choose(next: Mode): void {
  mode.set(next)
  keep(NAME, next)
}

/** How this person takes exhibits in, remembered for the next scan, and the switch for it. */
export function useMode(): [mode: Mode, choose: (mode: Mode) => void] {
  if (mode.get() === undefined) mode.set(MODES.find((one) => one === kept(NAME)) ?? 'read')
  return [mode.use() ?? 'read', choose]
}
