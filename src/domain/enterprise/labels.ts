import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import {
  MOST_ASKED,
  type ContactState,
  type Industry,
  type ManagedFilter,
  type MeetingWay,
  type OutreachState,
} from './rules'

export const industryLabels: Record<Industry, string> = {
  newMaterials: '新材料',
  electronics: '电子信息',
  equipment: '装备制造',
  biomedicine: '生物医药',
  other: '其他',
}

export const contactStateLabels: Record<ContactState, string> = {
  waiting: '待确认',
  confirmed: '联络人',
  declined: '未确认',
  left: '已退出',
}

export const meetingWayLabels: Record<MeetingWay, string> = {
  serviceDay: '服务日',
  guidance: '一对一指导',
  outreach: '走访',
}

export const outreachStateLabels: Record<OutreachState, string> = {
  planned: '已安排',
  done: '已走访',
  cancelled: '已取消',
}

export const managedFilterLabels: Record<ManagedFilter, string> = {
  all: '全部',
  waiting: '待确认',
  withoutContact: '没有联络人',
}

/** How an earlier wording stands below the one that took its place. @param when of the correction */
export const correctedWords = (when: string, own: boolean): string => `${when} ${own ? '走访人' : '队长'}更正，原记录：`

/** Beginnings of a write-up, one tap each. */
export const noteTemplates = [
  '企业近况平稳，没有新的困难。',
  '了解了用工和招聘情况：',
  '了解了融资和政策需求：',
  '介绍了链上服务日，企业愿意预约。',
  '企业提出的问题：',
] as const

export const enterpriseRefusals: Words<Contracts['enterprise']> = {
  tooManyAsked: () => `最多同时申请 ${MOST_ASKED} 家企业，请等工作人员确认后再申请`,
  notContact: '已不是这家企业的联络人，请刷新查看',
  successorMissing: '请先选一位接手的联络人，再退出',
  successorUnknown: '选的人已不是这家企业的联络人，请另选一位',
  notWaiting: '这条申请已经处理过了，请刷新查看',
  personUnconfirmed: '支部还没有确认这个人的身份，请先到“党员管理”确认',
  nameTaken: '这家企业已经在名单里，请直接查找',
  changedMeanwhile: '刚有人改过，请刷新后再改',
  goerUnknown: '选的人不在这个小分队，请重新选择',
  notYourVisit: '只能安排和记录自己的走访，或由小分队队长办理',
  dayPassed: '走访日期已过，请选今天或以后',
  dayToCome: '走访日期还没到，请走访后再记录',
  alreadyPlanned: '这家企业已有安排好的走访，请刷新查看',
  notWritten: '这次走访还没有记录，请刷新查看',
  notPlanned: '这次走访已记录或取消，请刷新查看',
  textRisky: '内容未通过安全检查，请修改后再提交',
}
