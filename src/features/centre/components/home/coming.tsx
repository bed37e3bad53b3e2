import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { openMap } from '@/lib/map'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { closureLines, openWords, weekLines, type Centre } from './opening'

const Lines = ({ children }: { children: readonly string[] }) => (
  <>
    {children.map((line) => (
      <View key={line}>{line}</View>
    ))}
  </>
)

/** Closing the phone's own question again is no error. */
const dial = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone }).catch((error: unknown) => console.info('not called', error))

function Address({ centre }: { centre: Centre }) {
  const { name, address, latitude, longitude, directions } = centre
  const known = latitude !== null && longitude !== null
  return (
    <ListRow
      icon="place"
      title={address}
      note={directions || undefined}
      value={known ? '地图' : undefined}
      onPress={known ? () => void openMap({ name, address, latitude, longitude }) : undefined}
    />
  )
}

/** When it is open and how to get there: what a person needs to come. */
export function Coming({ centre, now }: { centre: Centre; now: number }) {
  const hours = [...weekLines(centre.week), ...closureLines(centre, now)]
  return (
    <>
      <SectionTitle>开放与到馆</SectionTitle>
      <Card flush>
        <ListRow icon="clock" title={openWords(centre, now).words} note={<Lines>{hours}</Lines>} />
        <Address centre={centre} />
        {centre.phone && (
          <ListRow
            icon="phone"
            title={centre.phone}
            value="拨打"
            label={`${centre.phone}，拨打`}
            onPress={() => dial(centre.phone)}
          />
        )}
      </Card>
    </>
  )
}
