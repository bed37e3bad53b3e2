export default definePageConfig({
  navigationBarTitleText: '服务',
  // WeChat's own bar runs into the red band below it.
  navigationBarBackgroundColor: '#C8161D',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
