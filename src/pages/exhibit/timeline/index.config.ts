export default definePageConfig({ navigationBarTitleText: '党史长廊', enablePullDownRefresh: true })
