import { Text, View } from '@tarojs/components'
import { wordsOf } from '@/domain/message/labels'
import { MESSAGE_TRAITS, type MessageTemplate } from '@/domain/message/rules'
import { DAY, sayDay, sayWhen, startOfDay } from '@/domain/time'
import type { ItemOf } from '@/lib/use-list'
import { Icon, type IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { classes } from '@/ui/classes'
import { leadOf } from './leads-to'
import './inbox.scss'

export type Message = ItemOf<'message.inbox'>

const icons: Record<MessageTemplate, IconName> = { reminder: 'calendar', progress: 'chat', todo: 'flag' }

const iconOf = ({ kind, about }: Message): IconName => {
  if (about.page === 'documents') return 'document'
  const template = MESSAGE_TRAITS[kind]?.template ?? null
  return template === null ? 'info' : icons[template]
}

/** To the minute for today and yesterday; of older ones the day says enough. */
const sayAge = (at: number, now: number): string =>
  at >= startOfDay(now).getTime() - DAY ? sayWhen(at, now) : sayDay(at, now)

interface MessageRowProps {
  message: Message
  now: number
  onOpen: (message: Message) => unknown
}

/** One message: what it is, what it says, when it came. What is unread has a dot, and says so. */
export function MessageRow({ message, now, onOpen }: MessageRowProps) {
  const { title, text } = wordsOf(message, new Date(now))
  const when = sayAge(message.at, now)
  const unread = !message.read
  const opens = unread || leadOf(message.about) !== null
  return (
    <ListRow
      leading={
        <View className="inbox__sign">
          <Icon name={iconOf(message)} />
          {unread && <View className="inbox__dot" />}
        </View>
      }
      title={
        <View className="inbox__line">
          <Text className={classes('inbox__title', unread && 'inbox__title--unread')}>{title}</Text>
          <Text className="inbox__when">{when}</Text>
        </View>
      }
      note={text}
      label={`${unread ? '未读，' : ''}${title}，${when}，${text}`}
      onPress={opens ? () => void onOpen(message) : undefined}
    />
  )
}
