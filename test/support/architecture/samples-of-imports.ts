import { oneFile, page, type Samples } from './sample'

export const importSamples: Samples = {
  'imports go one way: pages → features → { ui, lib, domain }, cloudfunctions → { kernel, domain }, domain → valibot, dayjs':
    [
      oneFile('src/domain/event/rules.ts', `import { useState } from 'react'`, `import * as v from 'valibot'`),
      oneFile('src/domain/event/rules.ts', `import { call } from '@/lib/cloud'`, `import { say } from '../time'`),
      oneFile(
        'src/ui/card.tsx',
        `import type { Event } from '@/domain/event/contract'`,
        `import { View } from '@tarojs/components'`,
      ),
      oneFile(
        'src/lib/cloud.ts',
        `import { contracts } from '@/domain/contracts'`,
        `import type { Contracts } from '@/domain/contracts'`,
      ),
      oneFile(
        'src/lib/cloud.ts',
        `import { type A, b } from '@/domain/contracts'`,
        `import { type A, type B } from '@/domain/contracts'`,
      ),
      {
        bad: { 'src/lib/calendar.ts': `import calendar from 'ical-generator'` },
        good: { 'src/lib/calendar.h5.ts': `import calendar from 'ical-generator'` },
      },
      oneFile('src/lib/screen.ts', `import { Card } from '@/ui/card'`, `import { cell } from './cell'`),
      oneFile(
        'src/features/event/api.ts',
        `const page = () => import('@/pages/event/detail/index')`,
        `import { call } from '@/lib/cloud'`,
      ),
      oneFile(page, `import cloud from 'wx-server-sdk'`, `import { Detail } from '@/features/event/components/detail'`),
      oneFile(page, `import other from '@/pages/event/mine/index'`, `import './index.scss'`),
      oneFile(
        'cloudfunctions/kernel/db.ts',
        `export * from '../event/store'`,
        `import type { Role } from '@/domain/access'`,
      ),
      oneFile(
        'cloudfunctions/event/actions.ts',
        `import { x } from '@/lib/cloud'`,
        `import { x } from '@/domain/event/rules'`,
      ),
      oneFile(
        'config/local-cloud/index.ts',
        `import { now } from '../../src/domain/time'`,
        `import type { D } from '../database'`,
      ),
      oneFile(
        'config/local-cloud/index.ts',
        `import { declaration } from '../database'`,
        `import { clock } from './clock'`,
      ),
      oneFile(
        'config/seed/demo.ts',
        `import { act } from '../../cloudfunctions/event/actions'`,
        `import { names } from '../../cloudfunctions/event/store'`,
      ),
    ],
  'a context reaches its neighbours only through their public.ts, reactions.ts or personal.ts': [
    oneFile(
      'cloudfunctions/home/actions.ts',
      `import { find } from '../event/store'`,
      `import { upcoming } from '../event/public'`,
    ),
    oneFile(
      'cloudfunctions/event/facts.ts',
      `const late = import('../message/actions')`,
      `import { take } from '../message/reactions'`,
    ),
  ],
  'cloud function contexts read from each other in no circle': [
    {
      bad: {
        'cloudfunctions/event/public.ts': `import { name } from '../member/public'`,
        'cloudfunctions/member/public.ts': 'export const name = 1',
        'cloudfunctions/member/actions.ts': `import { next } from '../event/public'`,
      },
      good: {
        'cloudfunctions/home/actions.ts': `import { name } from '../member/public'\nimport { next } from '../event/public'`,
        'cloudfunctions/member/actions.ts': `import { took } from '../event/reactions'`,
        'cloudfunctions/event/reactions.ts': 'export const took = 1',
        'cloudfunctions/event/public.ts': `import { name } from '../member/public'`,
        'cloudfunctions/member/public.ts': 'export const name = 1',
      },
    },
  ],
  'no file needs itself in a circle': [
    {
      bad: {
        'src/ui/a.ts': `import { b } from './b'`,
        'src/ui/b.ts': `import { c } from './c'`,
        'src/ui/c.ts': `import { a } from './a'`,
      },
      good: { 'src/ui/a.ts': `import { b } from './b'`, 'src/ui/b.ts': `import type { A } from './a'` },
    },
  ],
  'a feature does not import another feature': [
    oneFile(
      'src/features/home/components/x.tsx',
      `import { Card } from '@/features/event/components/card'`,
      `import { call } from '../api'`,
    ),
  ],
  'wx-server-sdk is imported by cloudfunctions/kernel only': [
    {
      bad: { 'cloudfunctions/event/store.ts': `import type cloud from 'wx-server-sdk'` },
      good: { 'cloudfunctions/kernel/db.ts': `import cloud from 'wx-server-sdk'` },
    },
  ],
  'nothing imports what a build has written': [
    oneFile(
      'test/weapp/launch.test.ts',
      `require('../../dist/weapp/app.js')`,
      `import x from '@nutui/nutui-react-taro/dist/es/index'`,
    ),
  ],
}
