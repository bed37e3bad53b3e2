export default definePageConfig({ navigationBarTitleText: '参观安排' })
