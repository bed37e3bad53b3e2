export default definePageConfig({ navigationBarTitleText: '展项排序' })
