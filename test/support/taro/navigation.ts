import { api, refuse } from './answer'
import { phone, type Visit } from './phone'

const go = (by: Visit['by']) =>
  api(by, ({ url }) => {
    if (typeof url !== 'string') refuse('invalid url')
    phone.visits.push({ by, url })
  })

export const navigation = {
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  switchTab: go('switchTab'),
  reLaunch: go('reLaunch'),
  navigateBack: api('navigateBack', () => {
    phone.visits.push({ by: 'navigateBack', url: '' })
  }),
  getCurrentPages: () => [{ route: phone.path, options: phone.params }],
  getCurrentInstance: () => ({
    router: currentRouter(),
    page: { route: phone.path },
    app: null,
    preloadData: undefined,
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) => {
    phone.title = String(title)
  }),
  setNavigationBarColor: api('setNavigationBarColor', () => {}),
  showTabBar: api('showTabBar', () => {}),
  hideTabBar: api('hideTabBar', () => {}),
  setTabBarBadge: api('setTabBarBadge', () => {}),
  removeTabBarBadge: api('removeTabBarBadge', () => {}),
  showTabBarRedDot: api('showTabBarRedDot', () => {}),
  hideTabBarRedDot: api('hideTabBarRedDot', () => {}),
  startPullDownRefresh: api('startPullDownRefresh', () => phone.fire('pullDownRefresh').then(() => {})),
  stopPullDownRefresh: api('stopPullDownRefresh', () => {}),
  pageScrollTo: api('pageScrollTo', () => {}),
  enableAlertBeforeUnload: api('enableAlertBeforeUnload', () => {}),
  disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => {}),
}

function currentRouter() {
  return { path: `/${phone.path}`, params: phone.params, onReady: '', onShow: '', onHide: '' }
}
