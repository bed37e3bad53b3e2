import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  between,
  box,
  darker,
  downwards,
  fade,
  glow,
  HEIGHT,
  inside,
  lay,
  lighter,
  line,
  palette,
  polygon,
} from './drawing'
import { stipple, through, WIDTH, type Chance, type Pen, type Scene } from './drawing'
import { cloud, hall, hills, sky, tower, tree, undergrowth } from './landscape'
import { arms, lookOf, stand } from './people'

const park = (pen: Pen, chance: Chance): void => {
  sky(pen, 460, [246, 176], 50)
  cloud(pen, [420, 86], 190)
  cloud(pen, [900, 120], 150)
  hills(pen, chance, { base: 424, height: 210, peaks: 8, colour: '#A5C1C4', mist: '#E6EADF' })
  hills(pen, chance, { base: 440, height: 120, peaks: 7, colour: '#82A8A0', mist: '#D9E3D4' })
  tower(pen, [820, 470], 74, 300, '#C3CDCB')
  tower(pen, [946, 470], 88, 236, '#D5CFC0')
  tower(pen, [118, 470], 62, 190, '#CBD0C8')
  hall(pen, [-40, 474], 250, 140, 4, '#D3CBB9')
  hall(pen, [1004, 474], 250, 150, 4, '#CFC8B7')
  for (let x = -10; x < WIDTH + 20; x += 46)
    tree(pen, chance, [x + between(chance, -12, 12), 482], between(chance, 44, 70), '#86A88C')
}

const glassFront = (pen: Pen, chance: Chance): void => {
  const glass = box(330, 262, 470, 236)
  lay(pen, glass, fade(pen, [330, 262], [800, 498], '#DCE9EA', '#9DBBC5', '#7B9FAF'))
  inside(pen, glass, () => {
    glow(pen, [600, 470], 190, '#FFE8B5', 0.9, 0.6)
    lay(pen, polygon([330, 400], [470, 262], [540, 262], [330, 470]), alpha(palette.paper, 0.28))
    lay(pen, polygon([640, 498], [800, 330], [800, 380], [690, 498]), alpha(palette.paper, 0.2))
    for (let n = 0; n < 7; n++) {
      const x = 372 + n * 62 + between(chance, -8, 8)
      if (n !== 3) lay(pen, box(x, 392, 26, 42, 3), alpha(n % 2 ? palette.gold : palette.steel, 0.35))
    }
  })
  for (let x = 330; x <= 800; x += 47) line(pen, through([x, 262], [x, 498]), alpha(palette.navy, 0.45), 2.4)
  for (const y of [340, 378]) line(pen, through([330, y], [800, y]), alpha(palette.navy, 0.4), y === 378 ? 7 : 2.4)
  lay(pen, box(532, 410, 98, 90, 2), '#FBEFD2')
  line(pen, through([581, 412], [581, 500]), alpha(palette.navy, 0.55), 2.5)
}

/** Two storeys under a wide roof with a red edge; a light stone wing to the right. */
const building = (pen: Pen, chance: Chance): void => {
  glow(pen, [640, 506], 480, palette.ink, 0.4, 0.08)
  const wing = box(800, 266, 190, 234)
  lay(pen, wing, downwards(pen, 266, 500, '#F4ECDD', '#DDCFB6'))
  stipple(pen, wing, [800, 300], [1000, 480], palette.walnut, 0.3)
  for (let x = 826; x < 970; x += 34)
    lay(pen, box(x, 330, 14, 132, 2), fade(pen, [0, 330], [0, 462], '#8FB0BC', '#5D8093'))
  lay(pen, box(800, 266, 190, 16), alpha(palette.ink, 0.14))
  glassFront(pen, chance)
  const flank = polygon([330, 262], [292, 276], [292, 500], [330, 500])
  lay(pen, flank, downwards(pen, 262, 500, '#EFE3CD', '#D5C3A3'))
  lay(pen, polygon([262, 256], [1020, 256], [1036, 240], [284, 228]), '#F8F2E6')
  lay(pen, polygon([262, 256], [1020, 256], [1036, 240], [1036, 252], [1020, 270], [262, 270]), '#CDBB9B')
  lay(pen, box(262, 264, 758, 6), palette.red)
  lay(pen, polygon([500, 396], [662, 396], [682, 408], [480, 408]), '#F2E8D6')
  lay(pen, box(480, 408, 202, 5), palette.gold)
  for (const x of [492, 664]) lay(pen, box(x, 412, 8, 90), '#C8B594')
}

const plaza = (pen: Pen): void => {
  const ground = box(0, 478, WIDTH, HEIGHT - 478)
  lay(pen, ground, downwards(pen, 478, HEIGHT, '#EBDFC8', '#D9C8A8'))
  const paving = polygon([470, 500], [696, 500], [980, HEIGHT], [150, HEIGHT])
  lay(pen, paving, downwards(pen, 500, HEIGHT, '#F7EEDD', '#E9DABD'))
  inside(pen, paving, () => {
    for (let i = 0; i < 9; i++) {
      const y = 500 + (i / 8) ** 1.7 * 175
      line(pen, through([100, y], [1100, y]), alpha(palette.walnut, 0.16), 1.6)
    }
    for (let i = -4; i <= 4; i++)
      line(pen, through([582 + i * 24, 500], [565 + i * 92, HEIGHT]), alpha(palette.walnut, 0.12), 1.4)
  })
  const lawn = new Path2D(`M0 504 C140 498 300 506 400 520 C350 570 250 630 110 ${HEIGHT} L0 ${HEIGHT}Z`)
  const pond = new Path2D(`M770 530 C860 508 1060 506 1200 516 L1200 606 C1080 612 900 590 770 530Z`)
  lay(pen, lawn, downwards(pen, 500, HEIGHT, '#AFC596', '#6F9873'))
  stipple(pen, lawn, [200, 520], [100, HEIGHT], palette.forest, 0.4)
  const verge = new Path2D(
    `M740 524 C860 496 1080 494 1200 504 L1200 ${HEIGHT} L1030 ${HEIGHT} C930 600 820 560 740 524Z`,
  )
  lay(pen, verge, downwards(pen, 500, HEIGHT, '#A9C193', '#6B9670'))
  lay(pen, pond, downwards(pen, 510, 606, '#D9E4DD', '#8DB2BD'))
  for (let i = 0; i < 9; i++)
    line(
      pen,
      through([880 + i * 31, 530 + (i % 4) * 16], [930 + i * 33, 530 + (i % 4) * 16]),
      alpha(palette.paper, 0.5),
      2,
    )
}

const visitors = (pen: Pen): void => {
  const crowd = [
    [556, 520, 62, 1],
    [606, 522, 64, 5],
    [738, 540, 76, 3],
    [772, 542, 78, 6],
    [460, 560, 92, 2],
    [500, 564, 96, 7],
  ] as const
  crowd.forEach(([x, y, height, n], i) =>
    stand(pen, { ...lookOf(n), at: [x, y], height, view: i < 2 ? 'back' : i < 4 ? 'left' : 'back', step: i > 1 }),
  )
  stand(pen, {
    ...lookOf(9),
    cloth: palette.red,
    hair: 'tail',
    at: [668, 604],
    height: 134,
    view: 'left',
    arms: [arms.reach, arms.rest],
    inner: undefined,
  })
  stand(pen, { ...lookOf(10), cloth: palette.sand, at: [574, 610], height: 138, view: 'back', inner: undefined })
}

const bench = (pen: Pen): void => {
  lay(pen, box(206, 574, 116, 10, 3), '#B58D61')
  lay(pen, box(206, 550, 116, 12, 3), lighter('#B58D61', 0.15))
  for (const x of [218, 304]) lay(pen, box(x, 550, 6, 46, 2), darker(palette.walnut, 0.4))
}

/** The service centre in its park: halls and towers behind, a plaza and a pond before. */
export const centre: Scene = (pen, chance) => {
  park(pen, chance)
  plaza(pen)
  building(pen, chance)
  tree(pen, chance, [236, 524], 190, '#6E9A78')
  tree(pen, chance, [1040, 522], 170, '#7BA383')
  tree(pen, chance, [1128, 540], 220, '#5F8D72')
  bench(pen)
  tree(pen, chance, [90, 600], 320, '#568569')
  visitors(pen)
  tree(pen, chance, [1010, 626], 120, '#6E9A78')
  undergrowth(pen, chance, 672, '#3F6B57', [130, 1000])
}
