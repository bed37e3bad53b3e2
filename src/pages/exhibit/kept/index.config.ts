export default definePageConfig({ navigationBarTitleText: '收藏与足迹', enablePullDownRefresh: true })
