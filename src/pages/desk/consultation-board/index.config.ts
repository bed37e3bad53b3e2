export default definePageConfig({ navigationBarTitleText: '团队事项', enablePullDownRefresh: true })
