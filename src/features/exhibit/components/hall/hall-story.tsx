import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { minutesWords } from '../exhibit-words'
import { GuidePlayer } from '../player/guide-player'
import type { HallAnswer } from './hall-words'
import './hall-story.scss'

/** What the hall tells: its sound, where it has one, and its words. */
export function HallStory({ hall }: Pick<HallAnswer, 'hall'>) {
  const paragraphs = hall.text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <>
      {hall.audio && <GuidePlayer exhibit={hall} audio={hall.audio} hallTitle={hall.title} opened={false} />}
      {paragraphs.length > 0 && (
        <>
          <SectionTitle note={hall.audio ? undefined : `阅读${minutesWords(hall.seconds)}`}>展厅介绍</SectionTitle>
          <Card>
            <View className="hall-story">
              {paragraphs.map((paragraph, index) => (
                <Text key={index} className="hall-story__paragraph" userSelect>
                  {paragraph}
                </Text>
              ))}
            </View>
          </Card>
        </>
      )}
    </>
  )
}
