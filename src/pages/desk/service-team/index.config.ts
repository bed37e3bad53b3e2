export default definePageConfig({ navigationBarTitleText: '小分队队员', enablePullDownRefresh: true })
