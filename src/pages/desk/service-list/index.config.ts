export default definePageConfig({ navigationBarTitleText: '服务日', enablePullDownRefresh: true })
