import { exhibitKindLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind } from '@/domain/exhibit/rules'
import { sayWhen } from '@/domain/time'
import type { Question } from '@/ui/use-confirm'

/** What is asked before the time of a planned publication is taken away. */
export const unscheduleQuestion = (publishAt: number, now: number): Question => ({
  title: '取消定时发布',
  words: `原定 ${sayWhen(publishAt, now)} 自动发布。取消后草稿还在，可以随时再发布。`,
  yes: '取消定时',
})

/** What is asked before something is taken from the public. */
export const withdrawQuestion = (kind: ExhibitKind, title: string): Question => ({
  title: `撤下“${title}”`,
  words: `撤下后访客看不到这个${exhibitKindLabels[kind]}${kind === 'display' ? '，扫墙上的码也打不开' : ''}。内容留在工作台，可以再发布。`,
  yes: '撤下',
  danger: true,
})

/** What is asked before a draft is given up. */
export const discardQuestion = (never: boolean, title: string): Question =>
  never
    ? {
        title: `删除“${title}”`,
        words: '它还没有发布过。删除后文字和上传的文件都不能恢复。',
        yes: '删除',
        danger: true,
      }
    : {
        title: '放弃草稿',
        words: '回到已发布的版本，还没存的修改会丢失；存过的草稿留在历史里，可以恢复。访客看到的不变。',
        yes: '放弃草稿',
        danger: true,
      }

/** What is asked before an earlier version becomes the draft. */
export const restoreQuestion = (at: number, now: number): Question => ({
  title: '恢复为草稿',
  words: `${sayWhen(at, now)} 的版本会成为草稿，正在写的内容会被换掉，存过的留在历史里。发布前访客看到的不变。`,
  yes: '恢复',
})
