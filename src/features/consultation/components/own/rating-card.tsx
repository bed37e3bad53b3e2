import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { Chips } from '@/ui/segmented'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { rateConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'

const STARS = [
  { value: '5', words: '很满意' },
  { value: '4', words: '满意' },
  { value: '3', words: '一般' },
  { value: '2', words: '不太满意' },
  { value: '1', words: '不满意' },
] as const
type Stars = (typeof STARS)[number]['value']

interface RatingCardProps {
  view: ConsultationView
  onDone: (view: ConsultationView) => void
}

function Ask({ view, onDone }: RatingCardProps) {
  const [stars, setStars] = useState<Stars | ''>('')
  const [words, setWords] = useState('')
  const [refused, run] = useRefusable()
  const rate = () =>
    run(async () =>
      onDone(await rateConsultation({ consultationId: view.outline.id, stars: Number(stars), words: words.trim() })),
    )
  return (
    <Card>
      <Chips<Stars | ''> label="满意程度" options={STARS} value={stars} onChange={setStars} />
      {stars !== '' && (
        <View>
          <TextField label="想说的话" optional maxLength={200} value={words} onChange={setWords} />
          {refused && <Refused error={refused} />}
          <Button onPress={rate}>提交评价</Button>
        </View>
      )}
    </Card>
  )
}

/** How the help was: asked once it is closed, and only once; whoever does not want to passes by. */
export function RatingCard({ view, onDone }: RatingCardProps) {
  if (view.outline.state !== 'closed' || !view.full) return null
  const { rating } = view.full
  const said = STARS.find(({ value }) => Number(value) === rating?.stars)
  return (
    <>
      <SectionTitle note={rating ? undefined : '选填'}>这次服务怎么样</SectionTitle>
      {rating ? (
        <Notice tone="good" title={`您的评价：${said?.words ?? ''}`}>
          {rating.words || '谢谢，已收到'}
        </Notice>
      ) : (
        <Ask view={view} onDone={onDone} />
      )}
    </>
  )
}
