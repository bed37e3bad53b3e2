/** The library's encoder without its renderers, which need a browser or Node. */
declare module 'qrcode/lib/core/qrcode' {
  export { create } from 'qrcode'
}
