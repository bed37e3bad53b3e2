export default definePageConfig({ navigationBarTitleText: '展项', enablePullDownRefresh: true })
