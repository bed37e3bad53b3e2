import { useEffect, useRef } from 'react'
import type { FollowBoxProps } from './follow-box'
import './follow-box.scss'

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** A part of the page with a height of its own, which keeps one of its children in sight without moving the page. */
export function FollowBox({ follow, children }: FollowBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = box.current
    const child = follow === undefined ? undefined : frame?.querySelector<HTMLElement>(`[id="${follow}"]`)
    if (!frame || !child) return
    // Taro's own would scroll the page as well.
    const above = child.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
    const top = above - (frame.clientHeight - child.clientHeight) / 2
    frame.scrollTo({ top, behavior: calm() ? 'auto' : 'smooth' })
  }, [follow])
  return (
    <div ref={box} className="follow-box">
      {children}
    </div>
  )
}
