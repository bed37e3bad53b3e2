import { Text, View } from '@tarojs/components'
import { AskMessages } from '@/features/ask-messages'
import { errorWords } from '@/features/call-state'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { MESSAGE_TEMPLATES } from '@/domain/message/rules'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { MessageRow } from './message-row'
import { useInbox } from './use-inbox'
import './inbox.scss'

const nothing = (
  <EmptyState icon="bell" title="还没有消息" why="预约、答复和办理进度，都会在这里告诉您">
    <Button onPress={() => to.services()}>去看服务</Button>
  </EmptyState>
)

/** Everything that this person was told, newest first. @param open the message to open at once */
export function Inbox({ open }: { open: string | undefined }) {
  const { list, unread, refused, openMessage, readAll } = useInbox(open)
  const now = useNow(60_000)
  useListGestures(list)
  return (
    <>
      {refused && <Notice tone="bad">{errorWords(refused)}</Notice>}
      <Listed of={list} empty={nothing} skeleton={<Skeleton />}>
        {(rows) => (
          <>
            {unread > 0 && (
              <View className="inbox__head">
                <Text className="inbox__count">{`${unread} 条未读`}</Text>
                <Button compact kind="link" onPress={readAll}>
                  全部标为已读
                </Button>
              </View>
            )}
            <Card flush>
              {rows.map((message) => (
                <MessageRow key={message.id} message={message} now={now} onOpen={openMessage} />
              ))}
            </Card>
          </>
        )}
      </Listed>
      <View className="inbox__foot">
        <AskMessages templates={MESSAGE_TEMPLATES} />
      </View>
    </>
  )
}
