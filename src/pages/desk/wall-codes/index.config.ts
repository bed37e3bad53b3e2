export default definePageConfig({ navigationBarTitleText: '墙面展项码' })
