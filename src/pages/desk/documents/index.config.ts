export default definePageConfig({ navigationBarTitleText: '导出的文件', enablePullDownRefresh: true })
