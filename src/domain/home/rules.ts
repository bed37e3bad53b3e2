/** What can wait for a person (我的待办). */
export const HOME_TODOS = ['bindingsToConfirm', 'confirmationPending', 'bindingDeclined'] as const
export type HomeTodo = (typeof HOME_TODOS)[number]
