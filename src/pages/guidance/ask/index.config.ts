export default definePageConfig({ navigationBarTitleText: '申请一对一指导' })
