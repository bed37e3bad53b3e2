import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { exhibitStateLabels } from '@/domain/exhibit/labels'
import { sayWhen } from '@/domain/time'
import { keptDraft } from '@/features/draft-store'
import { back, paths, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { keptUnder } from '../draft/exhibit-draft'
import { formOf, type DeskView, type ExhibitForm } from '../draft/exhibit-form'
import { ExhibitPreview } from '../draft/exhibit-preview'
import './preview-page.scss'

/** What the phone holds of it beyond what is stored: the preview shows what has just been typed. */
const typedIn = (exhibitId: string): ExhibitForm | null =>
  keptDraft<ExhibitForm>(keptUnder(exhibitId), (form) => form)?.form ?? null

const standingWords = ({ state, hasDraft, publishAt }: DeskView, typed: boolean, now: number): string => {
  const planned = publishAt === null ? '' : `，会在 ${sayWhen(publishAt, now)} 自动发布`
  if (typed) return `有没存的修改，只在这台设备上${planned}`
  if (state === 'published' && !hasDraft) return '这一版访客现在就能看到'
  return `${state === 'published' ? '这是草稿，访客看到的是已发布的版本' : exhibitStateLabels[state]}${planned}`
}

/** What visitors would see, with a word on whether they do. */
export function PreviewPage({ exhibit, now }: { exhibit: DeskView; now: number }) {
  const { content } = exhibit
  const typed = typedIn(content.id)
  return (
    <View className="preview-page">
      <Notice tone="info" title="预览">
        {standingWords(exhibit, typed !== null, now)}
      </Notice>
      <View className="preview-page__body">
        <ExhibitPreview id={content.id} kind={content.kind} form={typed ?? formOf(exhibit)} at={exhibit.changedAt} />
      </View>
    </View>
  )
}

/** Whoever came from the form goes back to it. */
const cameFromForm = (): boolean => {
  const before = Taro.getCurrentPages().at(-2)
  return before?.route !== undefined && `/${before.route.replace(/^\//, '').split('?')[0] ?? ''}` === paths.exhibitEdit
}

export function PreviewButton({ exhibitId }: { exhibitId: string }) {
  return (
    <Button kind="main" icon="edit" onPress={() => (cameFromForm() ? back() : to.exhibitEdit({ exhibitId }))}>
      编辑
    </Button>
  )
}
