import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { spoken } from './a11y'
import { classes } from './classes'
import { isLarge, useDisplay } from './display'
import { TitleBar } from './title-bar'
import './tokens.scss'
import './page-frame.scss'

export interface PageFrameProps {
  /** The page's name: in the browser a bar with the way back; WeChat draws its own from the page's config. */
  title?: string
  /** Leave out the browser's way back, on tab pages. */
  root?: boolean
  /** Drawn across the full width above the content, for example a brand band. */
  hero?: ReactNode
  /** The page's one main action, in reach of the thumb. */
  action?: ReactNode
  /** A second pane from 900 px on; below the content (or above, or not at all) on a phone. */
  side?: ReactNode
  sideOnPhone?: 'after' | 'before' | 'hidden'
  /** `wide` uses a desktop's width in one pane; a reading width otherwise. */
  wide?: boolean
  className?: string
  children?: ReactNode
}

/** The frame of every page: paper, type scale, safe areas, one main action at the bottom, two panes where there is room. */
export function PageFrame(props: PageFrameProps) {
  const { scale, band, foot } = useDisplay()
  const style = { '--scale': String(scale) } as CSSProperties
  const wide = props.wide || Boolean(props.side)
  const phone = props.sideOnPhone ?? 'after'
  return (
    <View
      className={classes('frame', isLarge(scale) && 'frame--large', wide && 'frame--wide', props.className)}
      style={style}
    >
      {process.env.TARO_ENV !== 'weapp' && <TitleBar title={props.title} root={props.root} />}
      {band}
      {props.hero}
      <View
        className={classes('frame__body', Boolean(props.side) && `frame__body--panes frame__body--${phone}`)}
        {...spoken({ role: 'main' })}
      >
        <View className="frame__main">{props.children}</View>
        {props.side && <View className="frame__side">{props.side}</View>}
      </View>
      <Foot foot={foot} action={props.action} />
    </View>
  )
}

/** What plays, and below it the page's one main action. */
function Foot({ foot, action }: { foot?: ReactNode; action?: ReactNode }) {
  if (!action && !foot) return null
  return (
    <View className="frame__action">
      {foot && <View className={classes('frame__foot', Boolean(action) && 'frame__foot--above')}>{foot}</View>}
      {action && <View className="frame__action-inner">{action}</View>}
    </View>
  )
}
