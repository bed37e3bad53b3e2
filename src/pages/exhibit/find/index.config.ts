export default definePageConfig({ navigationBarTitleText: '找展项' })
