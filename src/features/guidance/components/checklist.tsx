import { Text, View } from '@tarojs/components'
import { itemOwnerLabels } from '@/domain/guidance/labels'
import { isLateItem, mayTick } from '@/domain/guidance/rules'
import { atWallClock, sayDay, sayWhen } from '@/domain/time'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { classes } from '@/ui/classes'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import { tickItem } from '../api'
import { mayHelp, mayWork, type Change, type GuidanceView, type Item } from './guidance-model'
import './checklist.scss'

interface ChecklistProps {
  view: GuidanceView
  change: Change
  /** Opens an item to change it, or a new one. */
  onEdit: (item: Item | null) => void
}

const noteOf = ({ owner, dueDay, doneAt, doneBy }: Item, now: number): string => {
  if (doneAt !== null) return `${itemOwnerLabels[owner]} · ${sayWhen(doneAt, now)} ${doneBy}完成`
  const due = dueDay === null ? '没有约定日期' : `${sayDay(atWallClock(dueDay, '12:00'), now)}前`
  return `${itemOwnerLabels[owner]} · ${due}`
}

const openFirst = (a: Item, b: Item): number =>
  Number(a.doneAt !== null) - Number(b.doneAt !== null) || ((a.dueDay ?? '9') < (b.dueDay ?? '9') ? -1 : 1)

/** What has to be brought along and done, by whom and when; each side ticks its own. */
export function Checklist({ view, change, onEdit }: ChecklistProps) {
  const { full, outline, side } = view
  const items = [...(full?.items ?? [])].sort(openFirst)
  const done = items.filter(({ doneAt }) => doneAt !== null).length
  const works = mayWork(view)
  const ticks = (item: Item) => mayHelp(view) && mayTick(side === 'team' ? 'team' : 'enterprise', item.owner)
  const tick = (item: Item) =>
    void change(
      () => tickItem(outline.id, item.id, item.doneAt === null),
      item.doneAt === null ? '已勾选完成' : '已改回未完成',
    )
  return (
    <>
      <SectionTitle note={items.length > 0 ? `完成 ${done}/${items.length}` : undefined}>准备清单</SectionTitle>
      <Card flush>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            now={view.now}
            onTick={ticks(item) ? () => tick(item) : undefined}
            onEdit={works ? () => onEdit(item) : undefined}
          />
        ))}
        {items.length === 0 && (
          <View className="checklist__empty">
            {works ? '列出要准备的材料，分给企业或您自己，约好日期' : '辅导员列出要准备的材料后，会出现在这里'}
          </View>
        )}
        {works && (
          <View className="checklist__add">
            <Button kind="link" icon="plus" onPress={() => onEdit(null)}>
              添加一项
            </Button>
          </View>
        )}
      </Card>
    </>
  )
}

interface ItemRowProps {
  item: Item
  now: number
  /** Absent where it is the other side's. */
  onTick: (() => void) | undefined
  onEdit: (() => void) | undefined
}

function ItemRow({ item, now, onTick, onEdit }: ItemRowProps) {
  const done = item.doneAt !== null
  const late = isLateItem(item, now)
  return (
    <View className="checklist__row">
      <Pressable
        className={classes('checklist__tick', done && 'checklist__tick--done', !onTick && 'checklist__tick--others')}
        role="checkbox"
        checked={done}
        disabled={!onTick}
        label={item.title}
        onPress={onTick}
      >
        <View className="checklist__box">{done && <Icon name="check" size="small" />}</View>
      </Pressable>
      <View className="checklist__words">
        <Text className={classes('checklist__title', done && 'checklist__title--done')}>{item.title}</Text>
        <Text className={classes('checklist__note', late && 'checklist__note--late')}>
          {`${noteOf(item, now)}${late ? '，已过期' : ''}`}
        </Text>
      </View>
      {onEdit && (
        <Pressable className="checklist__edit" label={`修改${item.title}`} onPress={onEdit}>
          <Icon name="edit" size="small" />
        </Pressable>
      )}
    </View>
  )
}
