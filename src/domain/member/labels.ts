import type { Contracts } from '../contracts'
import type { Grant, Scope } from '../kit'
import type { Words } from '../labels'
import type { BranchLevel, ConsentPurpose, MemberState, SuggestionKind } from './rules'

export const memberStateLabels: Record<MemberState, string> = {
  unconfirmed: '待支部确认',
  confirmed: '已确认',
  declined: '支部未确认',
  imported: '名册导入',
  merged: '已合并',
  erased: '已删除',
}

export const roleLabels: Record<Grant['role'], string> = {
  member: '党员群众',
  secretary: '支部书记',
  contact: '企业联络人',
  specialist: '小分队成员',
  teamLeader: '小分队队长',
  volunteer: '志愿者',
  editor: '展馆编辑',
  staff: '党委工作人员',
}

export const scopeLabels: Record<Scope, string> = { zone: '全区', branch: '支部', enterprise: '企业', team: '小分队' }

export const branchLevelLabels: Record<BranchLevel, string> = {
  branch: '党支部',
  generalBranch: '党总支',
  committee: '党委',
}

/** The short text that a person agrees to, one per purpose. */
export const consentTexts: Record<ConsentPurpose, { title: string; body: string }> = {
  attendance: {
    title: '用姓名和支部记录参加活动',
    body: '用于报名、签到和支部留存活动记录，只有您所在支部和党委工作人员看得到。可随时在“我的数据”中查看、导出或删除。',
  },
  phone: {
    title: '用手机号联系您',
    body: '仅在活动改期或取消、需要联系您时使用，工作台上只显示首尾几位。可以不填，也可随时删除。',
  },
}

export const suggestionKindLabels: Record<SuggestionKind, string> = { complaint: '投诉', suggestion: '建议' }

/** What a line of the operation log is called for the person it touched. */
export const operationLabels: Record<string, string> = {
  'event.desk': '在签到台看到了您的姓名',
  'event.roster': '查看了含有您的活动名单',
  'event.recordAttendance': '为您补签',
  'centre.door': '在门口的到访屏看到了您的姓名',
  'centre.visitsOn': '查看了含有您的参观名单',
  'centre.recordArrival': '为您登记到访',
  'consultation.get': '以队长身份查看了您的咨询',
  'consultation.reveal': '工作人员说明原因后查看了您的咨询',
  'consultation.override': '把不熟悉主题的咨询转交处理',
  'consultation.closeUnanswered': '企业没有答复，按“未反馈”办结',
  'consultation.notSolved': '企业反馈问题没有解决',
  'document.eventRoster': '导出了含有您的活动名单',
  'document.visitDay': '导出了含有您的参观名单',
  'document.consultations': '导出了含有您的咨询台账',
  'document.serviceDay': '导出了含有您的服务日预约表',
  'document.outreach': '导出了含有您的走访记录',
  'enterprise.waiting': '在企业联络人申请中看到了您的姓名',
  'enterprise.get': '查看了含有您的企业联络人名单',
  'enterprise.contactConfirmed': '确认您为企业联络人',
  'enterprise.contactDeclined': '没有通过您的企业联络人申请',
  'enterprise.contactRemoved': '取消了您的企业联络人身份',
  'guidance.get': '查看了含有您的一对一指导概况',
  'guidance.reveal': '工作人员说明原因后查看了您的一对一指导',
  'guidance.override': '没有按匹配结果安排一对一指导的辅导员',
  'figure.records': '查看了含有您的咨询记录',
  'service.nameTeam': '给服务小分队命名',
  'service.saveSpecialist': '维护了您的服务队员资料',
  'member.list': '查看了含有您的成员名单',
  'member.mergeCandidates': '在合并名册时看到了您的记录',
  'member.confirm': '确认了您的身份',
  'member.merge': '把您的绑定与名册记录合并',
  'member.decline': '没有确认您的身份',
  'member.amend': '更正了您的姓名或支部',
  'member.grant': '授予了您一个角色',
  'member.revoke': '收回了您的一个角色',
}

export const memberRefusals: Words<Contracts['member']> = {
  consentMissing: '请先勾选对应的同意事项，再提交',
  branchUnknown: '没有找到这个支部，请从列表里重新选择',
  confirmedByBranch: '支部已确认您的姓名和支部，需要更正请联系支部书记',
  notWaiting: '这条绑定已经处理过了，请刷新列表查看',
  mergeTargetTaken: '这条名册记录已和别人合并，请刷新后另选一条',
  mergeOtherBranch: '只能合并到同一支部的名册记录',
  notConfirmed: '请先确认这位成员，再授予角色',
  scopeMissing: '请选择这个角色管理的范围',
  throughEnterprise: '企业联络人请到“企业管理”里确认或移除',
  lastStaff: '至少要保留一位党委工作人员，请先授予另一位',
  textRisky: '内容未通过安全检查，请修改后再提交',
  tooMany: '提交得太频繁，请一小时后再试',
  alreadyAnswered: '这条意见已有答复，请刷新查看',
}
