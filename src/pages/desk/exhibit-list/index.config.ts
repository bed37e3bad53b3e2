export default definePageConfig({ navigationBarTitleText: '展馆内容', enablePullDownRefresh: true })
