import type { ConsultationView } from '../../talk/talk-model'

/** What every sheet that does something to an item is given. */
export interface SheetProps {
  view: ConsultationView
  onClose: () => void
  /** It is done: the item as it stands now, and words for it. */
  onDone: (view: ConsultationView, words: string) => void
}
