import { Text, View } from '@tarojs/components'
import { exhibitKindLabels, exhibitStateLabels } from '@/domain/exhibit/labels'
import { isStale, type ExhibitState } from '@/domain/exhibit/rules'
import { sayWhen } from '@/domain/time'
import type { ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Picture } from '@/ui/picture'
import { StateTag, type Tone } from '@/ui/state-tag'
import { placeWords } from '../exhibit-words'
import './desk-card.scss'

export type DeskExhibit = ItemOf<'exhibit.managed'>

const tones: Record<ExhibitState, Tone> = { draft: 'quiet', published: 'good', withdrawn: 'bad' }

interface Tag {
  tone: Tone
  words: string
}

/** Where an exhibit stands, most important first. */
export const tagsOf = (exhibit: DeskExhibit, now: number): Tag[] => {
  const { state, publishAt, hasDraft, broken } = exhibit
  const tags: Tag[] = [{ tone: tones[state], words: exhibitStateLabels[state] }]
  if (publishAt !== null) tags.push({ tone: 'info', words: `定时 ${sayWhen(publishAt, now)} 发布` })
  else if (hasDraft && state !== 'draft') tags.push({ tone: 'wait', words: '有草稿' })
  if (broken.length > 0) tags.push({ tone: 'bad', words: '媒体缺失' })
  if (isStale(exhibit, now)) tags.push({ tone: 'wait', words: '一年未更新' })
  return tags
}

/** What it is and where it belongs: `展项 101 · 发展展示区`. */
export const kindWords = (exhibit: Pick<DeskExhibit, 'kind' | 'number' | 'hallId' | 'theme' | 'date'>): string => {
  const own = [exhibitKindLabels[exhibit.kind], exhibit.number, exhibit.date].filter(Boolean).join(' ')
  const place = exhibit.kind === 'hall' ? '' : placeWords(exhibit)
  return [own, place].filter(Boolean).join(' · ')
}

interface DeskCardProps {
  exhibit: DeskExhibit
  now: number
  onEdit: () => void
  onPreview: () => void
  onOrder: (() => void) | undefined
}

/** One of the things an editor cares for, with where it stands and how often it is opened. */
export function DeskCard({ exhibit, now, onEdit, onPreview, onOrder }: DeskCardProps) {
  const { title, picture, opened, broken } = exhibit
  return (
    <Card className="desk-card">
      <View className="desk-card__tags">
        {tagsOf(exhibit, now).map((tag) => (
          <View key={tag.words} className="desk-card__tag">
            <StateTag {...tag} />
          </View>
        ))}
      </View>
      <View className="desk-card__body">
        <View className="desk-card__words">
          <Text className="desk-card__title">{title}</Text>
          <Text className="desk-card__line">{kindWords(exhibit)}</Text>
          <Text className="desk-card__line">{`${sayWhen(exhibit.changedAt, now)} ${exhibit.changedBy}修改`}</Text>
          <Text className="desk-card__line">{`打开 本月 ${opened.month} 次 · 共 ${opened.total} 次`}</Text>
        </View>
        {picture && (
          <View className="desk-card__picture">
            <Picture src={picture.url} alt={picture.alt} ratio={4 / 3} icon="picture" />
          </View>
        )}
      </View>
      {broken.length > 0 && <Text className="desk-card__broken">打不开：{broken.join('、')}，请重新上传</Text>}
      <View className="desk-card__actions">
        <Action words="编辑" title={title} onPress={onEdit} />
        <Action words="预览" title={title} onPress={onPreview} />
        {onOrder && <Action words="排序" title={title} onPress={onOrder} />}
      </View>
    </Card>
  )
}

function Action({ words, title, onPress }: { words: string; title: string; onPress: () => void }) {
  return (
    <View className="desk-card__action">
      <Button label={`${words}：${title}`} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}
