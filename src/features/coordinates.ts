interface Coordinates {
  latitude: number | null
  longitude: number | null
}

/** A place on the map as it is typed, `23.7012, 113.0398`; empty without one. */
export const coordinatesText = ({ latitude, longitude }: Coordinates): string =>
  latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`

const COORDINATES = /^(-?\d{1,2}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)$/

/** Latitude and longitude as typed; null when it is neither empty nor a place on earth. */
export const coordinatesOf = (text: string): Coordinates | null => {
  if (!text.trim()) return { latitude: null, longitude: null }
  const [, latitude, longitude] = (COORDINATES.exec(text.trim()) ?? []).map(Number)
  if (latitude === undefined || longitude === undefined) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** What to say when it is none. */
export const COORDINATES_WRONG = '请填写“纬度, 经度”，如 23.7012, 113.0398，或留空'
