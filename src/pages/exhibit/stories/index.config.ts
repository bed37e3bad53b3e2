export default definePageConfig({ navigationBarTitleText: '党建故事', enablePullDownRefresh: true })
