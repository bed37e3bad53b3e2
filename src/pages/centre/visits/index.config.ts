export default definePageConfig({ navigationBarTitleText: '我的参观', enablePullDownRefresh: true })
