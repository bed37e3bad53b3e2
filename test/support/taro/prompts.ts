import { api, refuse } from './answer'
import { phone } from './phone'

const text = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise)

/** What WeChat draws over the page. Nothing appears in the DOM: read `phone.toasts` and `phone.modals`, answer through `phone.modalAnswers`. */
export const prompts = {
  showToast: api('showToast', ({ title }) => void phone.toasts.push(text(title))),
  hideToast: api('hideToast', () => {}),
  showLoading: api('showLoading', () => {}),
  hideLoading: api('hideLoading', () => {}),
  showNavigationBarLoading: api('showNavigationBarLoading', () => {}),
  hideNavigationBarLoading: api('hideNavigationBarLoading', () => {}),
  showModal: api('showModal', ({ title, content, confirmText, cancelText }) => {
    phone.modals.push({
      title: text(title),
      content: text(content),
      confirmText: text(confirmText, '确定'),
      cancelText: text(cancelText, '取消'),
    })
    const confirm = phone.modalAnswers.shift() ?? false
    return { confirm, cancel: !confirm }
  }),
  showActionSheet: api('showActionSheet', () => ({ tapIndex: phone.sheetAnswers.shift() ?? refuse('cancel') })),
  showShareMenu: api('showShareMenu', () => {}),
  hideShareMenu: api('hideShareMenu', () => {}),
  previewImage: api('previewImage', () => {}),
}
