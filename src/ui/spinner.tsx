import { View } from '@tarojs/components'
import { spoken } from './a11y'
import './spinner.scss'

/** A turning ring in the colour of its text; the words beside it say what is going on. */
export function Spinner() {
  return <View className="spinner" {...spoken({ hidden: true })} />
}
