import { Input, View } from '@tarojs/components'
import { fieldName, spoken } from './a11y'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './field.scss'
import './search-field.scss'

export interface SearchFieldProps {
  /** What can be found, as the field's name and its placeholder: 搜活动名称或地点 */
  label: string
  value: string
  onChange: (value: string) => void
  /** The search key of the keyboard. */
  onSearch?: () => void
}

export function SearchField({ label, value, onChange, onSearch }: SearchFieldProps) {
  return (
    <View className="search-field" {...spoken({ role: 'search' })}>
      <Icon name="search" className="search-field__icon" />
      <Input
        className="field__input"
        type="text"
        confirmType="search"
        value={value}
        placeholder={label}
        placeholderClass="field__placeholder"
        maxlength={40}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onSearch?.()}
        {...fieldName(label)}
      />
      {value !== '' && (
        <Pressable className="search-field__clear" label="清空" onPress={() => onChange('')}>
          <Icon name="close" size="small" />
        </Pressable>
      )}
    </View>
  )
}
