import Taro from '@tarojs/taro'

/** A place that a map can show; degrees in GCJ-02. */
export interface MapPlace {
  name: string
  address: string
  latitude: number
  longitude: number
}

/** Opens WeChat's own map at a place, from where it leads on to navigation. */
export async function openMap(place: MapPlace): Promise<void> {
  await Taro.openLocation({ ...place, scale: 16 })
}
