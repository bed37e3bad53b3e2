export default definePageConfig({ navigationBarTitleText: '参观安排', enablePullDownRefresh: true })
