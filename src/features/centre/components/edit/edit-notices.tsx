import { View } from '@tarojs/components'
import { sayDate } from '@/domain/time'
import { Remove, Wrong } from '@/features/draft-parts'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { LENGTHS, MAX_NOTICES } from './centre-form'
import type { SectionProps } from './edit-about'
import './edit.scss'

/** What visitors have to know, newest first. */
export function EditNotices({ form, problems, set }: SectionProps) {
  const rows = form.notices
  const put = (at: number, part: Partial<(typeof rows)[number]>) =>
    set({ notices: rows.map((old, place) => (place === at ? { ...old, ...part } : old)) })
  return (
    <View>
      <SectionTitle note="选填">公告</SectionTitle>
      <View className="centre-edit__add centre-edit__add--first">
        <Button
          icon="plus"
          disabled={rows.length >= MAX_NOTICES}
          onPress={() => set({ notices: [{ title: '', text: '', at: Date.now() }, ...rows] })}
        >
          添加公告
        </Button>
      </View>
      {problems.notices && <Wrong words={problems.notices} />}
      {rows.map((row, at) => (
        <Card key={row.at}>
          <View className="centre-edit__row-head">
            <View className="centre-edit__row-name">{`${sayDate(row.at)} 的公告`}</View>
            <Remove
              label={`删除公告：${row.title || '未写标题'}`}
              onPress={() => set({ notices: rows.filter((_, place) => place !== at) })}
            />
          </View>
          <TextField
            label="标题"
            maxLength={LENGTHS.noticeTitle}
            value={row.title}
            onChange={(title) => put(at, { title })}
          />
          <TextField
            kind="lines"
            label="内容"
            optional
            maxLength={LENGTHS.notice}
            value={row.text}
            onChange={(text) => put(at, { text })}
          />
        </Card>
      ))}
    </View>
  )
}
