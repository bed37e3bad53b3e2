import { Text, View } from '@tarojs/components'
import { modeLabels } from '@/domain/exhibit/labels'
import { MODES, type Mode } from '@/domain/exhibit/rules'
import { to } from '@/lib/routes'
import { spoken } from '@/ui/a11y'
import { Card } from '@/ui/card'
import { FigureChart } from '@/ui/figure-chart'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import { Segmented } from '@/ui/segmented'
import { minutesWords, placeWords, type ExhibitAnswer, type ExhibitView } from '../exhibit-words'
import { FilmPlayer } from '../player/film-player'
import { GuidePlayer } from '../player/guide-player'
import { Cover, MorePictures } from './pictures'
import { Related } from './related'
import './exhibit-article.scss'

interface ArticleProps {
  answer: ExhibitAnswer
  /** Out of a hall that was opened before: sound, film and large pictures need a network. */
  partial: boolean
  mode: Mode
  onMode: (mode: Mode) => void
}

const modes = MODES.map((value) => ({ value, words: modeLabels[value] }))

/** Where it belongs: its number, and the way to its hall. */
function Place({ exhibit, hallTitle }: { exhibit: ExhibitView; hallTitle: string }) {
  const { hallId, number, date } = exhibit
  return (
    <View className="exhibit-article__place">
      {number && <Text className="exhibit-article__number">{`${number} 号展项`}</Text>}
      {date && <Text className="exhibit-article__number">{date}</Text>}
      {hallId ? (
        <Pressable
          className="exhibit-article__hall"
          label={`去展厅：${hallTitle}`}
          onPress={() => void to.hall(hallId)}
        >
          <Text>{hallTitle || placeWords(exhibit)}</Text>
          <Icon name="right" size="small" />
        </Pressable>
      ) : (
        <Text className="exhibit-article__theme">{placeWords(exhibit)}</Text>
      )}
    </View>
  )
}

function Head({ answer: { exhibit, hallTitle } }: Pick<ArticleProps, 'answer'>) {
  return (
    <View className="exhibit-article__head">
      <Place exhibit={exhibit} hallTitle={hallTitle} />
      <Text className="exhibit-article__title" {...spoken({ role: 'heading', level: 2 })}>
        {exhibit.title}
      </Text>
      <Text className="exhibit-article__summary">{exhibit.summary}</Text>
    </View>
  )
}

function Words({ exhibit: { text, seconds, hasAudio, hasVideo } }: { exhibit: ExhibitView }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length === 0) return null
  // How long it takes is said of the sound or the film, where there is one.
  const note = hasAudio || hasVideo ? undefined : `阅读${minutesWords(seconds)}`
  return (
    <>
      <SectionTitle note={note}>介绍</SectionTitle>
      <Card>
        {paragraphs.map((paragraph, index) => (
          <Text key={index} className="exhibit-article__paragraph" userSelect>
            {paragraph}
          </Text>
        ))}
      </Card>
    </>
  )
}

function Figure({ figure }: { figure: ExhibitView['figure'] }) {
  if (!figure) return null
  return (
    <>
      <SectionTitle>{figure.title}</SectionTitle>
      <Card>
        <FigureChart kind={figure.kind} unit={figure.unit} items={figure.items} />
        {figure.source && <Text className="exhibit-article__source">{`数据来源：${figure.source}`}</Text>}
      </Card>
    </>
  )
}

function Guide({ answer: { exhibit, hallTitle }, partial, mode }: Omit<ArticleProps, 'onMode'>) {
  const opened = mode === 'listen'
  if (exhibit.audio) {
    return <GuidePlayer exhibit={exhibit} audio={exhibit.audio} hallTitle={hallTitle} opened={opened} />
  }
  if (!opened || partial) return null
  return <Notice>这个展项没有讲解音频，可以读下面的介绍</Notice>
}

/** Everything there is to know about an exhibit; who listens finds the player first. */
export function ExhibitArticle({ answer, partial, mode, onMode }: ArticleProps) {
  const { exhibit } = answer
  const cover = <Cover pictures={exhibit.pictures} />
  const listens = mode === 'listen'
  return (
    <View className="exhibit-article">
      {!listens && cover}
      <Head answer={answer} />
      <Segmented label="怎么看这个展项" options={modes} value={mode} onChange={onMode} />
      {partial && <Notice tone="wait">没有网络，先看文字和小图，其余联网后可用</Notice>}
      <Guide answer={answer} partial={partial} mode={mode} />
      {listens && <View className="exhibit-article__late-cover">{cover}</View>}
      {exhibit.video && <FilmPlayer exhibit={exhibit} film={exhibit.video} />}
      <Words exhibit={exhibit} />
      <Figure figure={exhibit.figure} />
      <MorePictures pictures={exhibit.pictures} />
      <Related events={answer.events} branches={answer.branches} />
    </View>
  )
}
