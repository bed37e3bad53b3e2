import { useState } from 'react'
import { canShowDepth, wantsNoMotion } from '@/lib/depth'
import { keep, kept } from '@/lib/storage'
import { FACES } from '@/domain/exhibit/rules'
import type { HallAnswer, Panorama } from './hall-words'

export const HALL_VIEWS = ['panorama', 'plan', 'list'] as const
export type HallView = (typeof HALL_VIEWS)[number]
export const hallViewWords: Record<HallView, string> = { panorama: '全景', plan: '平面', list: '列表' }

const CHOSEN = 'hall-view'

const viewOf = (given: unknown): HallView | undefined => HALL_VIEWS.find((view) => view === given)

/** A panorama that lacks a face is none. */
export const wholePanorama = (panorama: HallAnswer['panorama']): Panorama | null =>
  panorama && FACES.every((face) => (panorama.faces[face]?.url ?? '') !== '') ? panorama : null

/**
 * How somebody walks through halls: as they did last, or as the link says. A room to turn around in where the phone can
 * show one and nobody asked for calm; the plan serves equally.
 */
export function useHallView(asked: string | undefined) {
  const [chosen, setChosen] = useState(() => viewOf(asked) ?? viewOf(kept(CHOSEN)))
  const choose = (view: HallView) => {
    keep(CHOSEN, view)
    setChosen(view)
  }
  const viewFor = (panorama: Panorama | null): HallView => {
    const possible = panorama !== null && canShowDepth()
    const view = chosen ?? (wantsNoMotion() ? 'plan' : 'panorama')
    return view === 'panorama' && !possible ? 'plan' : view
  }
  return { viewFor, choose }
}
