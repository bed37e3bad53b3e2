import type { Mode } from './modes'

/** Asks the running product an action as somebody, to find out what to open. */
export type Ask = (openid: string, action: string, input: object) => Promise<unknown>

export type ShownPage = {
  /** Names the pictures: `.shots/<name>-<mode>.png`. */
  name: string
  /** The demo person who looks. */
  as: string
  route: string | ((ask: Ask) => Promise<string>)
  /** All three unless told otherwise. */
  modes?: Mode[]
}

/** Every page of the product in the hands of somebody whom it is for. `npm run shots` walks this table. */
export const shownPages: ShownPage[] = [
  { name: 'home-visitor', as: 'demo-visitor', route: '/pages/tabs/home/index' },
  { name: 'home-member', as: 'demo-member-01', route: '/pages/tabs/home/index' },
  { name: 'events', as: 'demo-member-01', route: '/pages/tabs/events/index' },
  { name: 'halls', as: 'demo-visitor', route: '/pages/tabs/halls/index' },
  { name: 'services', as: 'demo-visitor', route: '/pages/tabs/services/index' },
  { name: 'mine-visitor', as: 'demo-visitor', route: '/pages/tabs/mine/index' },
  { name: 'mine-member', as: 'demo-member-01', route: '/pages/tabs/mine/index' },
]
