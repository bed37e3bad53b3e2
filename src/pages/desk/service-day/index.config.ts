export default definePageConfig({ navigationBarTitleText: '服务日现场', enablePullDownRefresh: true })
