/**
 * `@tarojs/components` for the pages ring: DOM elements which tell their listeners what WeChat's would. They prove a page's logic and words;
 * layout and the platform's own widgets are the weapp and browser rings' business.
 */
import { forwardRef, type ReactNode, type SyntheticEvent } from 'react'
import { domProps, plain, tell, touchProps, type Props } from './element'
import { phone } from './phone'

export { Checkbox, CheckboxGroup, Form, Input, Radio, RadioGroup, Slider, Switch, Textarea } from './fields'
export { Picker } from './picker'

const media = ({ src }: Props) => ({ src })

export const View = plain('div', 'View')
export const Text = plain('span', 'Text')
export const Block = plain('div', 'Block')
export const CoverView = plain('div', 'CoverView')
export const Swiper = plain('div', 'Swiper')
export const SwiperItem = plain('div', 'SwiperItem')
export const MovableArea = plain('div', 'MovableArea')
export const MovableView = plain('div', 'MovableView')
export const PickerView = plain('div', 'PickerView')
export const PickerViewColumn = plain('div', 'PickerViewColumn')
export const RootPortal = plain('div', 'RootPortal')
export const PageContainer = plain('div', 'PageContainer')
export const PageMeta = plain('div', 'PageMeta')
export const NavigationBar = plain('div', 'NavigationBar')
export const CustomWrapper = plain('div', 'CustomWrapper')
export const Icon = plain('i', 'Icon')
export const Map = plain('div', 'Map')
export const Camera = plain('div', 'Camera')
export const WebView = plain('iframe', 'WebView', media)
export const Canvas = plain('canvas', 'Canvas')
/** jsdom plays nothing: a test sets `currentTime` and fires the event. */
export const Video = plain('video', 'Video', (props) => ({
  src: props['src'],
  poster: props['poster'],
  onPlay: (event: SyntheticEvent) => tell(props['onPlay'], 'play', event),
  onTimeUpdate: (event: SyntheticEvent<HTMLVideoElement>) =>
    tell(props['onTimeUpdate'], 'timeupdate', event, { currentTime: event.currentTarget.currentTime }),
  onError: (event: SyntheticEvent) => tell(props['onError'], 'error', event, { errMsg: 'GET fail' }),
}))
export const Label = plain('label', 'Label', (props) => ({ htmlFor: props['for'] }))
export const Progress = plain('progress', 'Progress', ({ percent }) => ({ value: percent, max: 100 }))
export const RichText = plain('div', 'RichText', ({ nodes }) =>
  typeof nodes === 'string' ? { dangerouslySetInnerHTML: { __html: nodes }, children: undefined } : {},
)
export const Navigator = plain('a', 'Navigator', ({ url, openType = 'navigateTo' }) => ({
  onClick: () => phone.visits.push({ by: openType as 'navigateTo', url: String(url) }),
}))

export const Image = plain('img', 'Image', (props) => ({
  src: props['src'],
  alt: typeof props['aria-label'] === 'string' ? props['aria-label'] : '',
  onLoad: (event: SyntheticEvent) => tell(props['onLoad'], 'load', event, { width: 100, height: 100 }),
  onError: (event: SyntheticEvent) => tell(props['onError'], 'error', event, { errMsg: 'GET fail' }),
}))
export const CoverImage = Image

/** jsdom lays nothing out, so any scroll event arrives at the lower edge. */
export const ScrollView = plain('div', 'ScrollView', (props) => ({
  onScroll: (event: SyntheticEvent) => {
    tell(props['onScroll'], 'scroll', event, { scrollTop: event.currentTarget.scrollTop })
    tell(props['onScrollToLower'], 'scrolltolower', event, { direction: 'bottom' })
  },
}))

const opened: Record<string, string> = {
  chooseAvatar: 'onChooseAvatar',
  getPhoneNumber: 'onGetPhoneNumber',
  agreePrivacyAuthorization: 'onAgreePrivacyAuthorization',
  openSetting: 'onOpenSetting',
}

export const Button = forwardRef<HTMLButtonElement, Props>((props, ref) => {
  const { children, disabled, loading, formType, openType } = props
  const { onClick, ...touches } = touchProps(props)
  const press = (event: SyntheticEvent) => {
    ;(onClick as ((event: SyntheticEvent) => void) | undefined)?.(event)
    const listener = opened[String(openType)]
    if (listener !== undefined) tell(props[listener], String(openType), event, { errMsg: `${String(openType)}:ok` })
    if (openType === 'share') void phone.fire('shareAppMessage', { from: 'button', target: event.currentTarget })
  }
  return (
    <button
      {...domProps(props)}
      {...touches}
      ref={ref}
      type={formType === 'submit' || formType === 'reset' ? formType : 'button'}
      disabled={disabled === true || loading === true}
      onClick={press}
    >
      {children as ReactNode}
    </button>
  )
})
Button.displayName = 'Button'
