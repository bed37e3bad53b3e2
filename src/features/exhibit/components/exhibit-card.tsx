import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { to } from '@/lib/routes'
import { useSmallPicture } from '@/lib/small-pictures'
import { Card } from '@/ui/card'
import { classes } from '@/ui/classes'
import { Icon, type IconName } from '@/ui/icon'
import { Picture } from '@/ui/picture'
import { minutesWords, placeWords, type ExhibitCardData } from './exhibit-words'
import './exhibit-card.scss'

type Shown = Omit<ExhibitCardData, 'date'>

function Fact({ icon, words }: { icon: IconName; words: string }) {
  return (
    <View className="exhibit-card__fact">
      <Icon name={icon} size="small" className="exhibit-card__icon" />
      <Text>{words}</Text>
    </View>
  )
}

function Facts({ exhibit }: { exhibit: Shown }) {
  return (
    <View className="exhibit-card__facts">
      <Fact icon="clock" words={minutesWords(exhibit.seconds)} />
      {exhibit.hasAudio && <Fact icon="sound" words="有讲解" />}
      {exhibit.hasVideo && <Fact icon="film" words="有视频" />}
    </View>
  )
}

/** The picture from this phone where it is kept, for pages that must be whole without a network. */
function KeptPicture({ url, alt }: { url: string; alt: string }) {
  return <Picture src={useSmallPicture(url)} alt={alt} ratio={4 / 3} icon="picture" />
}

function PlainPicture({ url, alt }: { url: string; alt: string }) {
  return <Picture src={url} alt={alt} ratio={4 / 3} icon="picture" />
}

function Head({ number, place }: { number: string; place: string }) {
  if (number === '' && place === '') return null
  return (
    <View className="exhibit-card__head">
      {number && <Text className="exhibit-card__number">{number}</Text>}
      {place && <Text className="exhibit-card__place">{place}</Text>}
    </View>
  )
}

interface ExhibitCardProps {
  exhibit: Shown
  /** Keeps the picture on the phone: for a hall and for what a person keeps, not for endless lists. */
  keepPicture?: boolean
  /** In a list of one hall or one theme the place is said already. */
  hidePlace?: boolean
  /** A line of its own at the foot, such as when it was seen. */
  note?: ReactNode
}

/** What a list shows of an exhibit or story; the whole card opens it. */
export function ExhibitCard({ exhibit, keepPicture = false, hidePlace = false, note }: ExhibitCardProps) {
  const { picture } = exhibit
  const Shown = keepPicture ? KeptPicture : PlainPicture
  return (
    <Card onPress={() => to.display({ exhibitId: exhibit.id })}>
      <View className="exhibit-card">
        {picture && (
          <View className="exhibit-card__picture">
            <Shown url={picture.url} alt={picture.alt} />
          </View>
        )}
        <View className="exhibit-card__body">
          <Head number={exhibit.number} place={hidePlace ? '' : placeWords(exhibit)} />
          <Text className={classes('exhibit-card__title', !picture && 'exhibit-card__title--wide')}>
            {exhibit.title}
          </Text>
          <Text className="exhibit-card__summary">{exhibit.summary}</Text>
          <Facts exhibit={exhibit} />
          {note && <View className="exhibit-card__note">{note}</View>}
        </View>
      </View>
    </Card>
  )
}

/** Cards below each other; from 900 px on two beside each other. */
export const ExhibitCards = ({ children }: { children: ReactNode }) => <View className="exhibit-cards">{children}</View>
