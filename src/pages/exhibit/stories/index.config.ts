export default definePageConfig({ navigationBarTitleText: '党建故事' })
