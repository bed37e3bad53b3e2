export default definePageConfig({ navigationBarTitleText: '指导事项', enablePullDownRefresh: true })
