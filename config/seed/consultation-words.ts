/** What enterprises ask and are answered in the demo, by topic. Everything in it is made up. */
import type { Topic } from '@/domain/service/rules'

export interface Words {
  question: string
  answer: string
  nextStep: string
}

export const WORDS: [topic: Topic, words: Words][] = [
  [
    'tax',
    {
      question: '研发费用加计扣除需要准备哪些辅助账？委托外部研发的部分怎么归集？',
      answer: '按项目设辅助账，人员、直接投入、折旧分别归集；委托研发按八成计入，合同要登记备案。',
      nextStep: '把去年三个项目的辅助账整理好，下次一起核对',
    },
  ],
  [
    'policy',
    {
      question: '技术改造奖补今年还能报吗？设备去年底已经到货。',
      answer: '以备案时间为准，到货在备案之后的可以报，窗口到本季度末。',
      nextStep: '核对备案编号后补交设备清单',
    },
  ],
  [
    'technology',
    {
      question: '有机硅涂层在高湿环境下附着力下降，有没有表面处理的办法？',
      answer: '建议先做等离子处理的小样，再比较底涂剂；高校实验室可以借用设备。',
      nextStep: '约实验室做三组小样',
    },
  ],
  [
    'projectApplication',
    {
      question: '想报科技型中小企业创新项目，知识产权数量不够，能先报吗？',
      answer: '受理中的专利可以计入，附受理通知书；本年度可以先评价入库。',
      nextStep: '整理受理通知书和研发人员名单',
    },
  ],
  [
    'finance',
    {
      question: '订单增加，流动资金紧，知识产权质押贷款怎么办？',
      answer: '两家银行有质押产品，先做评估，园区可以贴息一半。',
      nextStep: '联系评估机构，出评估报告',
    },
  ],
  [
    'talent',
    {
      question: '外地工程师落户和子女入学怎么申请？',
      answer: '符合紧缺人才目录的可以走绿色通道，材料由园区统一收。',
      nextStep: '把三位工程师的材料交到服务室',
    },
  ],
]
