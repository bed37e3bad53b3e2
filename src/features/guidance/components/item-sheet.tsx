import { useState } from 'react'
import { itemOwnerLabels } from '@/domain/guidance/labels'
import { ITEM_OWNERS, type ItemOwner } from '@/domain/guidance/rules'
import { dayKey } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Choice } from '@/ui/choice'
import { DateField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { addItem, changeItem, removeItem } from '../api'
import type { GuidanceView, Item } from './guidance-model'

export interface SheetProps {
  view: GuidanceView
  onClose: () => void
  onDone: (view: GuidanceView, said: string) => void
}

const owners = ITEM_OWNERS.map((value) => ({ value, words: itemOwnerLabels[value] }))

interface ItemSheetProps extends SheetProps {
  /** Null for a new one. */
  item: Item | null
}

const formOf = (item: Item | null): { title: string; owner: ItemOwner; day: string } =>
  item ? { title: item.title, owner: item.owner, day: item.dueDay ?? '' } : { title: '', owner: 'enterprise', day: '' }

function useItemForm({ view, item, onDone }: Omit<ItemSheetProps, 'onClose'>) {
  const id = view.outline.id
  const intent = useIntent(`guidance-item-${id}-${item ? `${item.id}-${item.rev}` : 'new'}`, formOf(item))
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const title = intent.form.title.trim()
  const save = () => {
    setAsked(true)
    if (!title) return undefined
    const values = { consultationId: id, title, owner: intent.form.owner, dueDay: intent.form.day || null }
    return run(async () => {
      const changed = item
        ? await changeItem({ ...values, itemId: item.id, rev: item.rev })
        : await addItem({ ...values, requestId: intent.requestId })
      intent.done()
      onDone(changed, item ? '已修改' : '已添加')
    })
  }
  const remove = () => run(async () => onDone(await removeItem(id, item?.id ?? ''), '已删除'))
  return { intent, refused, save, remove, lacks: asked && !title }
}

/** An item of the checklist: a new one, or one to change or take away. */
export function ItemSheet(props: ItemSheetProps) {
  const { view, item, onClose } = props
  const { intent, refused, save, remove, lacks } = useItemForm(props)
  return (
    <Sheet
      title={item ? '修改清单' : '添加清单'}
      onClose={onClose}
      action={
        <ButtonRow>
          {item && (
            <Button kind="danger" onPress={remove}>
              删除这一项
            </Button>
          )}
          <Button kind="main" onPress={save}>
            {item ? '保存' : '添加'}
          </Button>
        </ButtonRow>
      }
    >
      <TextField
        label="要准备什么"
        placeholder="例如：近三年审计报告"
        maxLength={60}
        value={intent.form.title}
        error={lacks ? '请写明要准备什么' : undefined}
        onChange={(value) => intent.change({ title: value })}
      />
      <Choice
        label="谁来办"
        options={owners}
        value={intent.form.owner}
        onChange={(owner) => intent.change({ owner })}
      />
      <DateField
        label="什么时候办好"
        optional
        hint="前一天早上提醒"
        from={dayKey(view.now)}
        value={intent.form.day}
        onChange={(day) => intent.change({ day })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
