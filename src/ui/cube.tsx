import { Image, Text, View } from '@tarojs/components'
import { memo, useEffect, useMemo, useState, type ReactNode } from 'react'
import { spoken } from './a11y'
import { draggable, type Drag } from './drag'
import { Icon, type IconName } from './icon'
import type { Turner } from './turner'
import { dragTurn, placeTransform, roomTransform, type Look } from './turning'
import './cube.scss'

const faces = ['front', 'right', 'back', 'left', 'up', 'down'] as const
export type CubeFace = (typeof faces)[number]

/** Something in the room that leads somewhere. */
export interface CubeSpot extends Look {
  key: string
  words: string
  /** What a screen reader says. */
  label: string
  icon: IconName
  onPress: () => void
}

export interface CubeProps {
  /** Pictures of the six faces as seen from inside. */
  sources: Readonly<Record<CubeFace, string>>
  spots: readonly CubeSpot[]
  turner: Turner
  /** What is to be seen, and how to turn it. */
  label: string
  onFaceLoad: (face: CubeFace) => void
  onFaceError: (face: CubeFace) => void
}

/** The only thing that changes while the room turns: one style of one element. */
function Room({ turner, children }: { turner: Turner; children: ReactNode }) {
  const [look, show] = useState(turner.look)
  useEffect(() => turner.watch(show), [turner])
  return (
    <View className="cube__room" style={{ transform: roomTransform(look) }}>
      {children}
    </View>
  )
}

/** The browser's own picture inside Taro's element: the cube says as a whole what it shows. */
const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '', draggable: false } } : {}

const Faces = memo(function Faces({ sources, onFaceLoad, onFaceError }: Omit<CubeProps, 'spots' | 'turner' | 'label'>) {
  return (
    <>
      {faces.map((face) => (
        <View key={face} className={`cube__face cube__face--${face}`}>
          <Image
            className="cube__picture"
            src={sources[face]}
            mode="scaleToFill"
            onLoad={() => onFaceLoad(face)}
            onError={() => onFaceError(face)}
            {...silent}
          />
        </View>
      ))}
    </>
  )
})

/** No stop for the Tab key: most of them stand outside the view. The page lists them once more for the keyboard. */
function Spot({ spot }: { spot: CubeSpot }) {
  return (
    <View className="cube__spot" style={{ transform: placeTransform(spot) }}>
      <View
        className="cube__pin"
        hoverClass="cube__pin--pressed"
        onClick={spot.onPress}
        {...spoken({ role: 'button', label: spot.label })}
      >
        <View className="cube__tag">
          <Icon name={spot.icon} size="small" />
          <Text className="cube__words">{spot.words}</Text>
        </View>
      </View>
    </View>
  )
}

/** Speed of the finger when it lets go counts over the last moves only. */
const SPEED_OVER_MS = 80

function dragOf(turner: Turner): Drag {
  let moves: { at: number; by: Look }[] = []
  return {
    start: () => {
      moves = []
      turner.hold()
    },
    move: (dx, dy) => {
      const by = dragTurn(dx, dy)
      const at = Date.now()
      moves = [...moves.filter((move) => at - move.at < SPEED_OVER_MS), { at, by }]
      turner.turnBy(by)
    },
    end: () => {
      const now = Date.now()
      const recent = moves.filter(({ at }) => now - at < SPEED_OVER_MS)
      if (recent.length < 2) return
      const sum = (of: 'yaw' | 'pitch') => recent.reduce((total, { by }) => total + by[of], 0) / SPEED_OVER_MS
      turner.fling({ yaw: sum('yaw'), pitch: sum('pitch') })
    },
  }
}

/** How far one press of an arrow key or button turns. */
export const STEP: Readonly<Record<'left' | 'right' | 'up' | 'down', Look>> = {
  left: { yaw: -30, pitch: 0 },
  right: { yaw: 30, pitch: 0 },
  up: { yaw: 0, pitch: 25 },
  down: { yaw: 0, pitch: -25 },
}

const keys: Readonly<Record<string, Look>> = {
  ArrowLeft: STEP.left,
  ArrowRight: STEP.right,
  ArrowUp: STEP.up,
  ArrowDown: STEP.down,
}

/** Turning by the keyboard's arrows, in the browser only. */
function turnable(turner: Turner): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return {}
  return {
    tabIndex: '0',
    onKeyDown: (event: KeyboardEvent) => {
      const step = keys[event.key]
      if (!step) return
      event.preventDefault()
      turner.glide(step)
    },
  }
}

/** A room of six square pictures around the eye, to be turned by finger, mouse and arrow keys, with buttons that stand in it. */
export function Cube({ sources, spots, turner, label, onFaceLoad, onFaceError }: CubeProps) {
  const handling = useMemo(() => ({ ...draggable(dragOf(turner)), ...turnable(turner) }), [turner])
  const inside = useMemo(
    () => (
      <>
        <Faces sources={sources} onFaceLoad={onFaceLoad} onFaceError={onFaceError} />
        {spots.map((spot) => (
          <Spot key={spot.key} spot={spot} />
        ))}
      </>
    ),
    [sources, spots, onFaceLoad, onFaceError],
  )
  return (
    <View className="cube" {...spoken({ role: 'group', label })} {...handling}>
      <View className="cube__eye">
        <Room turner={turner}>{inside}</Room>
      </View>
    </View>
  )
}
