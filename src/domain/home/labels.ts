import type { HomeTodo } from './rules'

/** What waits for a person, in words; the count comes first on the screen. */
export const homeTodoLabels: Record<HomeTodo, string> = {
  bindingsToConfirm: '人等待确认身份',
  confirmationPending: '您的身份正等待支部确认',
  bindingDeclined: '支部没有确认您的身份，请查看原因',
}
