/** The eight halls as rooms: size, colours, what hangs on which wall, what stands where, and the doors between them. */
import { bench, chair, headset, lamps, parkModel, plant, plinth, stool, table } from './furniture'
import type { Side, Solid, Vec } from './model'
import type { Ground, Item } from './surfaces'

/** A doorway in a wall; `at` is its middle in metres from the wall's left end. */
export type Door = { to: string; side: Side; at: number }

export type Hall = {
  size: readonly [width: number, height: number, depth: number]
  tone: string
  /** Walls of another colour than `tone`. */
  accents?: Partial<Record<Side, string>>
  floor: readonly [kind: Ground, tone: string, rug?: string]
  ceiling: string
  strips?: boolean
  lamps: readonly (readonly [x: number, z: number])[]
  gloss: number
  items: Record<Side, readonly Item[]>
  doors: readonly Door[]
  solids: readonly Solid[]
  /** Where the cover's picture is taken from, and its turn in degrees. */
  cover: { eye: Vec; yaw: number; pitch?: number }
}

const panel = (number: number, at: number, width?: number): Item => ({ kind: 'panel', number, at, width })
const screen = (number: number, at: number, width?: number): Item => ({ kind: 'panel', number, at, width, lit: true })
const line = (tone: string): Item => ({ kind: 'band', y: 0.9, height: 0.05, tone })

const four = [[-2.2, 1.6], [2.2, 1.6], [-2.2, -1.6], [2.2, -1.6]] as const // prettier-ignore

const h1: Hall = {
  size: [9, 3.3, 7.6],
  tone: '#F1E9DA',
  accents: { front: '#EBDFC9' },
  floor: ['wood', '#CDA878'],
  ceiling: '#F8F5EE',
  lamps: four,
  gloss: 0.5,
  items: {
    front: [line('#C8161D'), panel(101, 2.9, 2.3), panel(102, 6.1, 2.3)],
    right: [line('#C8161D'), panel(103, 2.6, 2.3)],
    back: [{ kind: 'window', at: 4.5, width: 5.6 }],
    left: [line('#C8161D'), panel(104, 5, 2.3)],
  },
  doors: [{ to: 'h8', side: 'left', at: 1.9 }, { to: 'h2', side: 'right', at: 5.7 }],
  solids: [...parkModel([0, 2.45]), ...plant([-4.1, 3.4], 1.3), ...plant([4.1, 3.4], 1.3), ...plant([-3.9, -3.2], 1.1), ...bench([0, -2.6], 2.4, '#D9C7A8', 'x')],
  cover: { eye: [-1.6, 1.7, -3.4], yaw: 14, pitch: -6 },
} // prettier-ignore

const h2: Hall = {
  size: [9, 3.4, 8],
  tone: '#E4E9E8',
  accents: { front: '#D3DEDF' },
  floor: ['stone', '#D8D6CF'],
  ceiling: '#F4F6F5',
  strips: true,
  lamps: four,
  gloss: 0.7,
  items: {
    front: [panel(201, 1.7), panel(202, 4.5, 2.3), panel(203, 7.3)],
    right: [panel(204, 2.9, 2.3)],
    back: [{ kind: 'slats', at: 4.5, width: 4.2, tone: '#C9A87A' }],
    left: [panel(205, 5.1, 2.3)],
  },
  doors: [{ to: 'h1', side: 'left', at: 2 }, { to: 'h3', side: 'right', at: 6 }],
  solids: [...plinth([-1.08, 2.95], '#F5F3EE', 'ball', '#C9A25C'), ...plinth([1.08, 2.95], '#F5F3EE', 'box', '#7A9B7B'), ...plinth([-3.4, -0.75], '#F5F3EE', 'post', '#B9755A'), ...plinth([3.4, -0.75], '#F5F3EE', 'ball', '#4F7388'), ...bench([0, -2.4], 2.2, '#C4CDCB', 'x'), ...plant([4, -3.4], 1.2), ...plant([-4, -3.4], 1.2)],
  cover: { eye: [1.9, 1.7, -3.5], yaw: -16, pitch: -5 },
} // prettier-ignore

const h3: Hall = {
  size: [9.4, 3.4, 7.8],
  tone: '#F3EADB',
  accents: { front: '#B5332F' },
  floor: ['wood', '#B98D5E'],
  ceiling: '#FAF5EA',
  lamps: four,
  gloss: 0.55,
  items: {
    front: [{ kind: 'band', y: 0.35, height: 0.05, tone: '#D9B167' }, panel(301, 2.9, 2.4), panel(302, 6.5, 2.4)],
    right: [line('#C8161D'), panel(303, 2.7, 2.3)],
    back: [line('#C8161D'), panel(305, 2.4, 2.3), { kind: 'notes', at: 6.6, width: 2.9 }],
    left: [line('#C8161D'), panel(304, 5.1, 2.3)],
  },
  doors: [{ to: 'h2', side: 'left', at: 1.9 }, { to: 'h5', side: 'right', at: 5.9 }],
  solids: [...lamps([[-2, 2.45, 2.6], [-0.7, 2.6, 2.8], [0.7, 2.6, 2.8], [2, 2.45, 2.6]], 3.4, 0.17, '#FFD9A0'), ...plinth([0, 2.9], '#FAF5EA', 'ball', '#D9B167'), ...plant([-4.3, 3.5], 1.3), ...plant([4.3, 3.5], 1.3), ...bench([-1.6, -2.2], 1.8, '#C8A27A', 'x'), ...bench([1.6, -2.2], 1.8, '#C8A27A', 'x')],
  cover: { eye: [0, 1.6, -3.5], yaw: 0, pitch: -2 },
} // prettier-ignore

const seats = [-1.2, -0.4, 0.4, 1.2].flatMap((x) => [
  ...chair([x, 3.05], 1, '#7FA3B5'),
  ...chair([x, 1.15], -1, '#7FA3B5'),
])

const h4: Hall = {
  size: [9, 3.1, 7.6],
  tone: '#EEF0E6',
  accents: { back: '#DCE4D6' },
  floor: ['wood', '#D2B488'],
  ceiling: '#FAFAF5',
  strips: true,
  lamps: four,
  gloss: 0.4,
  items: {
    front: [{ kind: 'window', at: 4.5, width: 3.2 }, panel(401, 1.5), panel(402, 7.5)],
    right: [panel(403, 2.6, 2.3)],
    back: [{ kind: 'notes', at: 4.5, width: 3.3 }],
    left: [panel(404, 5, 2.3)],
  },
  doors: [{ to: 'h8', side: 'left', at: 1.9 }, { to: 'h7', side: 'right', at: 5.7 }],
  solids: [...table([0, 2.1], [3.6, 1.2]), ...seats, ...table([0, -3], [3, 0.6], '#E7D7B8', 0.95), ...plant([-4, 3.3], 1.2), ...plant([4, 3.3], 1.2), ...plant([-1.2, -3], 0.001)],
  cover: { eye: [-3.2, 1.75, -2.6], yaw: 34, pitch: -7 },
} // prettier-ignore

const rows = [1.7, 2.55].flatMap((z) => [-2, -1.2, -0.4, 0.4, 1.2, 2].map((x) => stool([x, z], '#8FA9B5')))

const h5: Hall = {
  size: [9, 3.2, 7.4],
  tone: '#8C9CA6',
  accents: { front: '#55656F', back: '#9AA8AF' },
  floor: ['carpet', '#7D8A90', '#8E9A9E'],
  ceiling: '#C3CBCF',
  strips: true,
  lamps: four,
  gloss: 0,
  items: {
    front: [screen(502, 1.6, 2.1), screen(501, 4.5, 3.2), screen(503, 7.4, 2.1)],
    right: [screen(504, 2.5, 2.3)],
    back: [{ kind: 'slats', at: 4.5, width: 6, tone: '#A58A68' }],
    left: [{ kind: 'notes', at: 4.9, width: 2.9 }],
  },
  doors: [{ to: 'h3', side: 'left', at: 1.9 }, { to: 'h6', side: 'right', at: 5.6 }],
  solids: [...rows, ...plinth([-3.7, 2.4], '#4D5B65', 'box', '#B8863B'), ...plant([4, -3.2], 1.1), ...plant([-4, -3.2], 1.1), ...bench([0, -3], 3, '#B0916C', 'x')],
  cover: { eye: [1.2, 1.8, -3.2], yaw: -8, pitch: -5 },
} // prettier-ignore

const h6: Hall = {
  size: [8.6, 3.2, 7.6],
  tone: '#A9BECB',
  accents: { front: '#87A5B8', back: '#96B1C1' },
  floor: ['carpet', '#8CA3B2', '#9FB9C8'],
  ceiling: '#D5E1E8',
  lamps: [[0, 1.4], [-2.4, -1.6], [2.4, -1.6], [-2.4, 1.6], [2.4, 1.6]],
  gloss: 0.18,
  items: {
    front: [screen(601, 2.6, 2.4), screen(602, 6, 2.4)],
    right: [screen(603, 2.7, 2.4)],
    back: [{ kind: 'slats', at: 4.3, width: 5, tone: '#8FA5B0' }],
    left: [screen(604, 4.9, 2.3)],
  },
  doors: [{ to: 'h5', side: 'left', at: 1.9 }, { to: 'h7', side: 'right', at: 5.7 }],
  solids: [...headset([-3.1, 2.2]), ...headset([0, 2.9]), ...headset([3.1, 2.2]), ...bench([0, -2.8], 3, '#E2E8EA', 'x'), ...plant([-3.8, -3.3], 1.1), ...plant([3.8, -3.3], 1.1)],
  cover: { eye: [-1.4, 1.65, -3.1], yaw: 12, pitch: -5 },
} // prettier-ignore

const readers = [[-0.9, 2.7, 1], [0.9, 2.7, 1], [-0.9, 1.2, -1], [0.9, 1.2, -1]] as const // prettier-ignore

const h7: Hall = {
  size: [9, 3.2, 7.6],
  tone: '#F0E4CE',
  accents: { back: '#E6D6BA' },
  floor: ['wood', '#B88D5F', '#DCCBAA'],
  ceiling: '#F8F1E2',
  lamps: four,
  gloss: 0.35,
  items: {
    front: [{ kind: 'shelf', at: 4.5, width: 2.7, seed: 3 }, panel(701, 1.6), panel(702, 7.4)],
    right: [panel(703, 2.6, 2.2), { kind: 'shelf', at: 0.7, width: 0.9, seed: 8 }],
    back: [{ kind: 'window', at: 4.5, width: 3.4 }, { kind: 'shelf', at: 1.3, width: 1.8, seed: 4 }, { kind: 'shelf', at: 7.7, width: 1.8, seed: 6 }],
    left: [panel(704, 4.9, 2.2), { kind: 'shelf', at: 6.9, width: 0.9, seed: 9 }],
  },
  doors: [{ to: 'h6', side: 'left', at: 1.9 }, { to: 'h8', side: 'right', at: 5.7 }],
  solids: [...table([0, 1.95], [2.8, 0.95], '#B9895A'), ...readers.flatMap(([x, z, back]) => chair([x, z], back, '#8FAF95')), ...lamps([[-0.8, 2.15, 1.95], [0.8, 2.15, 1.95]], 3.2, 0.16),
    ...plant([-4.1, 3.4], 1.2), ...plant([4.1, -3.3], 1.2), ...plant([-4.1, -3.3], 1.1), ...bench([0, -2.9], 2.6, '#A9C0A6', 'x')],
  cover: { eye: [-2.8, 1.7, -2.7], yaw: 30, pitch: -6 },
} // prettier-ignore

const h8: Hall = {
  size: [6, 3.2, 13],
  tone: '#F2E8D8',
  accents: { front: '#E9DAC0', back: '#E9DAC0' },
  floor: ['wood', '#B08458', '#B5423C'],
  ceiling: '#F9F4E9',
  lamps: [[0, 4.6], [0, 2.2], [0, -0.2], [0, -2.6], [0, -5]],
  gloss: 0.45,
  items: {
    front: [panel(803, 4.3, 2.3)],
    right: [{ kind: 'timeline', y: 0.72 }, panel(804, 4.6, 2.3), panel(805, 8.1, 2.3)],
    back: [{ kind: 'window', at: 4.2, width: 2.2 }],
    left: [{ kind: 'timeline', y: 0.72 }, panel(801, 4.9, 2.3), panel(802, 8.4, 2.3)],
  },
  doors: [{ to: 'h7', side: 'back', at: 1.6 }, { to: 'h1', side: 'front', at: 1.6 }],
  solids: [...bench([0, 4], 2.2, '#C39A6B'), ...bench([0, -4.4], 2.2, '#C39A6B'), ...plant([2.6, 6], 1.2), ...plant([2.6, -6.1], 1.2)],
  cover: { eye: [0.5, 1.65, -5.6], yaw: -4, pitch: -2 },
} // prettier-ignore

export const halls: Record<string, Hall> = { h1, h2, h3, h4, h5, h6, h7, h8 }
