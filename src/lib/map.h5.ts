import type { MapPlace } from './map'

/** Opens a map's web page at a place; it takes GCJ-02 degrees as they are. */
export async function openMap({ name, latitude, longitude }: MapPlace): Promise<void> {
  const query = new URLSearchParams({ position: `${longitude},${latitude}`, name, coordinate: 'gaode' })
  window.open(`https://uri.amap.com/marker?${query.toString()}`, '_blank', 'noopener')
}
