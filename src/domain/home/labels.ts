import type { HomeTodo, ServiceTodo } from './rules'

/** What waits for a person, in words; the count comes first on the screen. */
export const homeTodoLabels: Record<HomeTodo, string> = {
  bindingsToConfirm: '人等待确认身份',
  confirmationPending: '您的身份正等待支部确认',
  bindingDeclined: '支部没有确认您的身份，请查看原因',
}

/** What of the chain service waits for a person: of one question after its topic, of several after their count. */
export const serviceTodoLabels: Record<ServiceTodo, { one: string; several: string }> = {
  materialAsked: { one: '等您补充材料', several: '件咨询等您补充材料' },
  answerToConfirm: { one: '有答复，请确认是否解决', several: '件咨询有答复，请确认是否解决' },
  slotLost: { one: '原时段没有了，请重新选', several: '件咨询的时段没有了，请重新选' },
  toTakeOver: { one: '请您接手，等您答复', several: '件咨询请您接手，等您答复' },
  itemsLate: { one: '已超期，请尽快办理', several: '件由您负责的事项已超期' },
  teamLate: { one: '团队有事项超期', several: '件团队事项已超期' },
}
