import { openMap } from '@/lib/map'
import { ListRow } from '@/ui/list-row'

export interface Place {
  name: string
  address: string
  latitude: number | null
  longitude: number | null
}

/** Where something takes place; opens the map where it is known where that lies. */
export function PlaceRow({ place: { name, address, latitude, longitude } }: { place: Place }) {
  const known = latitude !== null && longitude !== null
  return (
    <ListRow
      icon="place"
      title={name}
      note={address || undefined}
      value={known ? '地图' : undefined}
      onPress={known ? () => void openMap({ name, address, latitude, longitude }) : undefined}
    />
  )
}
