export default definePageConfig({ navigationBarTitleText: '一对一指导', enablePullDownRefresh: true })
