const tab = (name: string, text: string) => ({
  pagePath: `pages/tabs/${name}/index`,
  text,
  iconPath: `pages/tabs/icons/${name}.png`,
  selectedIconPath: `pages/tabs/icons/${name}-selected.png`,
})

export default defineAppConfig({
  pages: [
    'pages/tabs/home/index',
    'pages/tabs/events/index',
    'pages/tabs/halls/index',
    'pages/tabs/services/index',
    'pages/tabs/mine/index',
  ],
  subPackages: [
    { root: 'pages/event', pages: ['detail/index', 'check-in/index', 'mine/index'] },
    { root: 'pages/member', pages: ['bind/index', 'data/index', 'suggest/index'] },
    { root: 'pages/centre', pages: ['book/index', 'visits/index', 'arrive/index'] },
    { root: 'pages/service', pages: ['day/index', 'book/index', 'mine/index', 'consultation/index'] },
    {
      root: 'pages/exhibit',
      pages: ['hall/index', 'display/index', 'find/index', 'timeline/index', 'stories/index', 'kept/index'],
    },
    {
      root: 'pages/desk',
      pages: [
        'home/index',
        'event-list/index',
        'event-edit/index',
        'event-desk/index',
        'event-roster/index',
        'member-list/index',
        'suggestion-list/index',
        'exhibit-list/index',
        'exhibit-edit/index',
        'exhibit-preview/index',
        'hall-order/index',
        'wall-codes/index',
        'visit-day/index',
        'visit-door/index',
        'centre-edit/index',
      ],
    },
  ],
  tabBar: {
    color: '#6B625C',
    selectedColor: '#C8161D',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      tab('home', '首页'),
      tab('events', '活动'),
      tab('halls', '展馆'),
      tab('services', '服务'),
      tab('mine', '我的'),
    ],
  },
  window: {
    navigationBarTitleText: '红链通',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF7F2',
    backgroundColorTop: '#FAF7F2',
    backgroundColorBottom: '#FAF7F2',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  // The audio guide goes on while one walks and looks at other pages.
  requiredBackgroundModes: ['audio'],
})
