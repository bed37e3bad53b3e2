export default definePageConfig({ navigationBarTitleText: '展厅' })
