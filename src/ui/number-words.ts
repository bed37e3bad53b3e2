/** A number as it is written in Chinese tables: thousands parted, at most two places after the point. Phones lack Intl. */
export function numberWords(value: number): string {
  const [whole = '', part] = String(Math.round(Math.abs(value) * 100) / 100).split('.')
  const sign = value < 0 ? '−' : ''
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${parted}${part === undefined ? '' : `.${part}`}`
}
