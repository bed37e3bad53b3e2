/** Exhibits 801–805: the boat on the lake, the snow mountains, the square at sunrise, tides and cranes, the zone today. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, downwards, fade, glow, HEIGHT, inside, lay, lighter, line, oval } from './drawing'
import { palette, polygon, stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { cloud, hall, hills, sky, tower, tree, undergrowth, water } from './landscape'
import { lookOf, stand } from './people'
import { backdrop, birds, mist } from './things'

const boat = (pen: Pen, [x, y]: Point, s: number): void => {
  glow(pen, [x, y + 26 * s], 240 * s, '#3C4B48', 0.4, 0.14)
  lay(pen, new Path2D(`M${x - 190 * s} ${y - 26 * s} C${x - 120 * s} ${y + 2 * s} ${x + 120 * s} ${y + 2 * s} ${x + 196 * s} ${y - 34 * s} C${x + 176 * s} ${y + 30 * s} ${x + 130 * s} ${y + 34 * s} ${x} ${y + 34 * s} C${x - 130 * s} ${y + 34 * s} ${x - 172 * s} ${y + 26 * s} ${x - 190 * s} ${y - 26 * s}Z`), downwards(pen, y - 34 * s, y + 34 * s, '#A8563E', '#5E2F26'))
  const cabin = (left: number, w: number, h: number): void => {
    lay(pen, box(x + left * s, y - (h + 4) * s, w * s, h * s), downwards(pen, y - h * s, y, '#C98A5C', '#8E5637'))
    const panes = Math.round(w / 26)
    for (let i = 0; i < panes; i++) lay(pen, box(x + (left + 6 + (i * (w - 8)) / panes) * s, y - (h - 10) * s, ((w - 8) / panes - 6) * s, (h - 26) * s, 2 * s), '#FFE3A6')
    lay(pen, new Path2D(`M${x + (left - 18) * s} ${y - (h - 2) * s} Q${x + (left + w / 2) * s} ${y - (h + 42) * s} ${x + (left + w + 18) * s} ${y - (h - 2) * s} L${x + (left + w + 6) * s} ${y - (h + 6) * s} Q${x + (left + w / 2) * s} ${y - (h + 22) * s} ${x + (left - 6) * s} ${y - (h + 6) * s}Z`), palette.navy)
    lay(pen, new Path2D(`M${x + (left - 14) * s} ${y - h * s} Q${x + (left + w / 2) * s} ${y - (h + 40) * s} ${x + (left + w + 14) * s} ${y - h * s}Z`), fade(pen, [x, y - (h + 30) * s], [x, y - h * s], '#64727A', '#3D4A54'))
  }
  cabin(-118, 90, 56)
  cabin(-20, 120, 72)
  line(pen, through([x + 150 * s, y - 20 * s], [x + 150 * s, y - 150 * s]), '#5E3B2A', 4 * s)
} // prettier-ignore

/** A wooden pleasure boat lies still on a misty lake at dawn. */
const lake: Scene = (pen, chance) => {
  backdrop(pen, '#D9E0DA', '#F3E6CC', '#E9D9BC')
  glow(pen, [860, 250], 420, '#FFE9BE', 0.95)
  lay(pen, oval(860, 250, 46), '#F6CF92')
  hills(pen, chance, { base: 380, height: 110, peaks: 6, colour: '#B9C8C0', mist: '#EDE6D4' })
  for (let x = -10; x < 420; x += 34) tree(pen, chance, [x, 392], between(chance, 34, 64), '#9DB3A2')
  mist(pen, 390, 130, 0.85)
  water(pen, chance, 386, HEIGHT)
  glow(pen, [860, 470], 260, '#FFEBC2', 0.7, 0.5)
  mist(pen, 420, 90, 0.7)
  boat(pen, [500, 500], 1.25)
  pen.save()
  pen.globalAlpha = 0.22
  pen.translate(0, 1062)
  pen.scale(1, -0.96)
  boat(pen, [500, 500], 1.25)
  pen.restore()
  mist(pen, 560, 130, 0.5)
  for (const [x, lean] of [[1010, 0.3], [1060, -0.2], [1104, 0.1], [1150, 0.36]] as const)
    line(pen, new Path2D(`M${x} ${HEIGHT} Q${x + lean * 30} 590 ${x + lean * 120} 500`), '#6F8262', 5)
  birds(pen, [[300, 170], [344, 150], [392, 176], [240, 196]])
} // prettier-ignore

const peak = (pen: Pen, points: readonly Point[], foot: number, tone: string): void => {
  const shape = polygon([points[0]?.[0] ?? 0, foot], ...points, [points.at(-1)?.[0] ?? WIDTH, foot])
  lay(pen, shape, downwards(pen, 60, foot, lighter(tone, 0.35), tone))
  inside(pen, shape, () => {
    points.forEach(([x, y], i) => {
      if (i % 2 === 0) return
      lay(pen, polygon([x, y - 4], [x + 150, y + 190], [x + 84, y + 150], [x + 60, y + 210], [x + 16, y + 140], [x - 24, y + 190], [x - 50, y + 120], [x - 120, y + 170]), alpha('#FBFAF5', 0.95))
      lay(pen, polygon([x, y - 4], [x + 260, y + 330], [x + 40, foot], [x + 30, y + 120]), alpha('#4F6D80', 0.3))
    })
    stipple(pen, shape, [0, 200], [300, foot], palette.navy, 0.3)
  })
} // prettier-ignore

/** A narrow path winds up to a pass between snow mountains; a line of small figures walks it. */
const march: Scene = (pen, chance) => {
  backdrop(pen, '#A9C3D0', '#DCE4E2', '#F1E4CC')
  glow(pen, [620, 240], 380, '#FFF0CC', 0.9)
  peak(pen, [[-60, 330], [180, 90], [360, 300], [520, 170], [700, 320], [930, 60], [1260, 340]], 520, '#8FA9B8')
  mist(pen, 430, 150, 0.8, '#F3EEE2')
  lay(pen, new Path2D(`M0 470 C240 400 420 420 640 400 C860 380 1020 420 1200 390 L1200 ${HEIGHT} L0 ${HEIGHT}Z`), downwards(pen, 390, HEIGHT, '#EDEFEA', '#B9C6C4'))
  lay(pen, new Path2D(`M0 580 C260 500 460 560 700 520 C940 480 1080 520 1200 480 L1200 ${HEIGHT} L0 ${HEIGHT}Z`), downwards(pen, 500, HEIGHT, '#C2CABB', '#7E9484'))
  const path = new Path2D('M300 675 C420 610 700 640 760 580 C820 520 520 520 500 472 C484 430 600 420 616 396')
  line(pen, path, '#E9DEC6', 30)
  line(pen, path, '#F6EFDF', 20)
  const walkers = [[440, 636, 62], [520, 624, 58], [604, 618, 55], [684, 604, 50], [742, 586, 46], [764, 556, 40], [700, 540, 35], [618, 528, 31], [546, 508, 27], [508, 482, 23], [520, 448, 18], [566, 426, 15], [602, 408, 12]] as const
  walkers.forEach(([x, y, h], i) => stand(pen, { ...lookOf(i), cloth: i % 3 ? '#7E8C94' : '#6F7F86', hair: 'short', legs: '#66757D', at: [x, y], height: h, view: i < 5 ? 'right' : 'left', step: true }))
  stand(pen, { ...lookOf(0), cloth: palette.clay, at: [356, 650], height: 66, view: 'right', step: true })
  for (let i = 0; i < 130; i++) lay(pen, oval(chance() * WIDTH, chance() * HEIGHT, between(chance, 1, 3)), alpha('#FFFFFF', 0.7))
  undergrowth(pen, chance, 690, '#5F7C6C', [200, 520])
} // prettier-ignore

/** The sun rises over a wide square; lanterns, doves, people who came early. */
const sunrise: Scene = (pen, chance) => {
  backdrop(pen, '#E9B48C', '#F6D9A8', '#F9EBCF')
  for (let i = 0; i < 18; i++) {
    const turn = Math.PI + ((i + 0.5) / 18) * Math.PI
    lay(pen, polygon([600, 400], [600 + Math.cos(turn - 0.05) * 900, 400 + Math.sin(turn - 0.05) * 900], [600 + Math.cos(turn + 0.05) * 900, 400 + Math.sin(turn + 0.05) * 900]), alpha('#FFF3D0', 0.22))
  }
  glow(pen, [600, 390], 460, '#FFF0C4', 1)
  lay(pen, oval(600, 380, 104), downwards(pen, 276, 480, '#F9D98E', '#E58A50'))
  cloud(pen, [180, 130], 220)
  cloud(pen, [850, 100], 190)
  hills(pen, chance, { base: 420, height: 70, peaks: 9, colour: '#C9B79C', mist: '#EBD8B4' })
  for (let x = -10; x < WIDTH; x += 44) if (Math.abs(x - 600) > 130) tree(pen, chance, [x, 428], between(chance, 40, 66), '#98A986')
  lay(pen, box(0, 420, WIDTH, HEIGHT - 420), downwards(pen, 420, HEIGHT, '#F3E2BF', '#D9B98A'))
  for (let i = -12; i <= 12; i++) line(pen, through([600 + i * 30, 420], [600 + i * 150, HEIGHT]), alpha(palette.walnut, 0.14), 2)
  for (let i = 0; i < 8; i++) line(pen, through([0, 424 + (i / 7) ** 1.9 * 250], [WIDTH, 424 + (i / 7) ** 1.9 * 250]), alpha(palette.walnut, 0.14), 2)
  for (const side of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const [x, y, h] = [600 + side * (190 + i * 120), 440 + i * 42, 90 + i * 40]
      line(pen, through([x, y], [x, y - h]), '#7A5B42', 4 + i)
      glow(pen, [x, y - h], 30 + i * 12, '#FFE3A6', 0.9)
      lay(pen, oval(x, y - h, 9 + i * 3), '#D8502F')
    }
  const crowd = [[520, 500, 74, 1], [556, 504, 78, 3], [660, 502, 76, 4], [700, 512, 86, 6], [430, 540, 110, 0], [600, 548, 112, 5], [780, 556, 118, 2]] as const
  for (const [x, y, h, n] of crowd) stand(pen, { ...lookOf(n), at: [x, y], height: h, view: 'back' })
  birds(pen, [[420, 220], [470, 190], [520, 226], [700, 180], [760, 210], [812, 176]], 19, '#FFFFFF')
} // prettier-ignore

const crane = (pen: Pen, [x, y]: Point, s: number, tone: string): void => {
  for (const dx of [-44, 44]) line(pen, through([x + dx * s, y], [x + dx * 0.6 * s, y - 190 * s]), tone, 9 * s)
  line(pen, through([x - 38 * s, y - 70 * s], [x + 38 * s, y - 70 * s]), tone, 7 * s)
  line(pen, through([x - 110 * s, y - 190 * s], [x + 210 * s, y - 190 * s]), tone, 11 * s)
  line(pen, through([x - 100 * s, y - 190 * s], [x, y - 270 * s], [x + 190 * s, y - 190 * s]), tone, 4 * s)
  line(pen, through([x, y - 190 * s], [x, y - 272 * s]), tone, 9 * s)
  line(pen, through([x + 150 * s, y - 188 * s], [x + 150 * s, y - 110 * s]), palette.navy, 2.5 * s)
  lay(pen, box(x + 122 * s, y - 110 * s, 56 * s, 28 * s, 3), palette.red)
} // prettier-ignore

const tide = (pen: Pen, y: number, tone: string, chance: Chance): void => {
  const path = new Path2D(`M0 ${HEIGHT} L0 ${y}`)
  for (let x = 0; x < WIDTH + 80; x += 80) path.quadraticCurveTo(x + 40, y - 22 - chance() * 12, x + 80, y)
  path.lineTo(WIDTH + 80, HEIGHT)
  path.closePath()
  lay(pen, path, downwards(pen, y - 30, y + 130, lighter(tone, 0.4), tone))
  line(pen, path, alpha('#FFFFFF', 0.45), 3)
}

/** Rising tides before a harbour full of cranes and new towers. */
const reform: Scene = (pen, chance) => {
  sky(pen, 420, [330, 200], 66)
  cloud(pen, [620, 90], 200)
  hills(pen, chance, { base: 430, height: 120, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  for (const [x, w, h, tone] of [[470, 60, 240, '#D3D6CE'], [560, 74, 320, '#DDD3C0'], [664, 56, 200, '#C9D3D6'], [750, 80, 280, '#D8CFC0'], [860, 60, 350, '#CFD8D6'], [950, 70, 230, '#DCD2BE'], [1050, 84, 300, '#CBD4D2']] as const) tower(pen, [x, 470], w, h, tone)
  mist(pen, 450, 90, 0.6)
  lay(pen, box(0, 448, WIDTH, 40), '#B9AE99')
  water(pen, chance, 486, 570)
  crane(pen, [150, 462], 0.86, '#C08A4A')
  crane(pen, [420, 462], 0.74, '#A8764A')
  crane(pen, [900, 464], 0.8, '#B98342')
  for (let i = 0; i < 22; i++) lay(pen, box(560 + (i % 11) * 34, 440 - Math.floor(i / 11) * 20, 31, 18, 2), [palette.clay, palette.steel, palette.gold, palette.pine][(i * 7) % 4] ?? palette.clay)
  lay(pen, new Path2D('M560 500 L1010 500 L970 560 L620 560Z'), downwards(pen, 500, 560, '#5F7C8C', '#34505F'))
  for (let i = 0; i < 24; i++) lay(pen, box(640 + (i % 8) * 36, 480 - Math.floor(i / 8) * 20, 33, 18, 2), [palette.red, palette.sand, palette.steel, palette.gold][(i * 5) % 4] ?? palette.sand)
  lay(pen, box(940, 430, 44, 72, 4), '#F1EADB')
  tide(pen, 548, '#8FB6C0', chance)
  tide(pen, 588, '#6F9DAC', chance)
  tide(pen, 632, '#4F8296', chance)
  birds(pen, [[200, 120], [250, 100], [300, 126]], 16, '#FFFFFF')
} // prettier-ignore

const litTower = (pen: Pen, chance: Chance, x: number, w: number, h: number): void => {
  tower(pen, [x, 470], w, h, '#7F919C')
  for (let i = 0; i < 26; i++) {
    const [column, floor] = [Math.floor(chance() * (w / 14 - 1)), Math.floor(chance() * (h / 17 - 2))]
    lay(pen, box(x + 8 + column * 14, 484 - h + floor * 17, 10, 9, 1), alpha('#FFE3A0', 0.9))
  }
}

const windWheel = (pen: Pen, x: number, s: number): void => {
  line(pen, through([x, 480 - 60 * s], [x, 480 - 270 * s]), '#EFE9DD', 6 * s)
  const hub: Point = [x, 480 - 270 * s]
  for (const turn of [0.5, 2.59, 4.68])
    line(pen, through(hub, [x + Math.cos(turn) * 74 * s, hub[1] + Math.sin(turn) * 74 * s]), '#F7F2E6', 7 * s)
}

/** The zone at dusk: lit works and offices, a road of light, a wind wheel, a small drone. */
const today: Scene = (pen, chance) => {
  backdrop(pen, '#48637A', '#9C9AA0', '#F0CFA0')
  glow(pen, [600, 420], 560, '#FFDFA8', 0.8, 0.5)
  hills(pen, chance, { base: 420, height: 190, peaks: 7, colour: '#5F7C8A', mist: '#C9B79F' })
  for (const [x, w, h] of [[60, 90, 270], [190, 70, 210], [300, 96, 330], [820, 90, 300], [950, 74, 220], [1060, 100, 350]] as const) litTower(pen, chance, x, w, h)
  hall(pen, [420, 472], 200, 80, 4, '#A39A8C')
  hall(pen, [630, 472], 170, 66, 3, '#97988F')
  for (let x = -10; x < WIDTH; x += 46) if (x < 480 || x > 720) tree(pen, chance, [x, 492], between(chance, 40, 64), '#5C8070')
  lay(pen, box(0, 480, WIDTH, HEIGHT), downwards(pen, 480, HEIGHT, '#7E9078', '#47605A'))
  lay(pen, polygon([580, 480], [620, 480], [960, HEIGHT], [240, HEIGHT]), downwards(pen, 480, HEIGHT, '#8C8F92', '#5D656B'))
  for (const [dx, tone] of [[-1, '#FFE9B5'], [1, '#E9644F']] as const)
    for (let i = 0; i < 3; i++) line(pen, new Path2D(`M${600 + dx * (4 + i * 4)} 484 Q${600 + dx * (40 + i * 20)} 560 ${600 + dx * (110 + i * 80)} ${HEIGHT}`), alpha(tone, 0.75), 4 + i * 2)
  windWheel(pen, 700, 1)
  windWheel(pen, 520, 0.7)
  lay(pen, box(180, 120, 40, 14, 6), palette.navy)
  for (const dx of [-34, 34]) line(pen, through([200 + dx - 20, 112], [200 + dx + 20, 112]), alpha(palette.paper, 0.8), 4)
  line(pen, through([166, 116], [234, 116]), palette.navy, 4)
} // prettier-ignore

export const hall8 = { 801: lake, 802: march, 803: sunrise, 804: reform, 805: today } as const
