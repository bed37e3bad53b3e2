import type { Settings } from './settings'

/** What no program may do for the operator, in the order in which it is needed; printed at the end of every plan. */
export function byHand(settings: Settings): string[] {
  return [
    'Before the first run: open a cloud environment for the mini-program in WeChat’s developer tools (云开发), and note its id.',
    'Before the first run: on mp.weixin.qq.com → 开发管理 → 开发设置 create the code upload key and put this machine’s address on its IP list.',
    'Privacy: 设置 → 服务内容声明 → 用户隐私保护指引: declare name, branch, phone typed by hand, pictures chosen, camera. Without it every private interface fails.',
    'Category and filing: 设置 → 基本设置: the service category for Party and government work, and the ICP filing (备案).',
    `Check-in by WeChat’s own scanner: 开发管理 → 开发设置 → 扫普通链接二维码打开小程序: rule ${settings.checkInUrlPrefix}, page pages/event/check-in/index; put the checking file that WeChat gives you on that domain.`,
    'Subscribe messages: 功能 → 订阅消息: take three one-time templates from the library, each with a thing, a time and a thing as its fields: a reminder of an appointment (预约提醒), progress (办理进度通知), something to do (待办提醒); their ids and the names of their fields are SUBSCRIBE_TEMPLATES. Without them people find the same words in the inbox of the mini-program.',
    'Request domains: none is needed for the mini-program, it talks to the cloud environment only.',
    'After the upload: 管理 → 版本管理: make the uploaded version the trial version, check in once with a phone, then submit it for review.',
    'The first staff account: sign in once with the phone of that person, then give the openid the role in the cloud console (README, “First staff account”).',
  ]
}
