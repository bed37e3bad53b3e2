import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import { sayWhen } from '../time'
import type { ArrivalWay, CentreProblem, VisitState } from './rules'

export const visitStateLabels: Record<VisitState, string> = { booked: '已预约', cancelled: '已取消' }

export const arrivalWayLabels: Record<ArrivalWay, string> = { scan: '扫码到访', digits: '数字到访', manual: '现场登记' }

export const weekdayLabels = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

export const centreProblemLabels: Record<CentreProblem, string> = {
  hoursWrong: '闭馆时间要晚于开馆时间',
  closureWrong: '闭馆日期的结束不能早于开始',
}

export const centreRefusals: Words<Contracts['centre']> = {
  slotUnknown: '这个时段不在可预约范围内，请重新选择',
  slotClosed: '这个时段不接受预约，请换一个时段',
  slotPassed: '这个时段已经停止预约，请选择更晚的时段',
  slotFull: ({ left }) =>
    Number(left) > 0 ? `这个时段只剩 ${left} 个名额，请减少人数或换一个时段` : '这个时段已经约满，请换一个时段',
  noGuideLeft: '这个时段的讲解员已约满，可以改为自行参观或换一个时段',
  tooManyVisits: '您已有 3 个待参观的预约，请先取消一个',
  textRisky: '填写的文字未通过安全检查，请修改后再提交',
  alreadyArrived: '这次参观已经登记到访，不能取消',
  visitOver: '这个时段已经结束',
  codeInvalid: '这不是到访码，请扫描门口屏幕上的二维码',
  codeExpired: '到访码已刷新，请再扫一次屏幕上的新码',
  codeOfAnEvent: '这是活动的签到码，参观请扫描门口的到访码',
  digitsWrong: ({ left }) => `数字不对，请看门口屏幕上的最新数字${left === undefined ? '' : `，还可以试 ${left} 次`}`,
  tooManyTries: ({ minutes }) => `输错次数太多，请 ${String(minutes ?? 10)} 分钟后再试，或直接扫码`,
  noVisitToday: '您今天没有参观预约，可以现在预约还有名额的时段',
  tooEarly: ({ at, now }) =>
    at === undefined
      ? '还没到您的时段，开始前半小时可以登记到访'
      : `还没到您的时段，${sayWhen(Number(at), Number(now))} 起可以登记到访`,
  visitCancelled: '这次预约已经取消，请重新预约',
  tooLateToRecord: '参观结束已超过 7 天，不能再补登记',
  changedMeanwhile: '内容刚被其他人修改过，请刷新后再改',
  hoursWrong: () => centreProblemLabels.hoursWrong,
  closureWrong: () => centreProblemLabels.closureWrong,
}
