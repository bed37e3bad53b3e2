import { pluck, useDatabase } from './database-support'

const cloud = useDatabase({ collections: { places: { indexes: [] } } })

const point = (longitude: number, latitude: number) => cloud.db.Geo.Point(longitude, latitude)
const line = (...pairs: [number, number][]) => cloud.db.Geo.LineString(pairs.map(([x, y]) => point(x, y)))
const polygon = (...rings: [number, number][][]) => cloud.db.Geo.Polygon(rings.map((ring) => line(...ring)))
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

const ids = async (condition: unknown) => pluck((await cloud.db.collection('places').where(condition).get()).data)

beforeEach(async () => {
  const { Geo } = cloud.db
  await cloud.db.collection('places').add({
    data: [
      { _id: 'near', at: point(113.001, 23) },
      { _id: 'nearer', at: point(113.0005, 23) },
      { _id: 'far', at: point(114, 24) },
      { _id: 'road', at: line([112, 22], [113.35, 22], [113.35, 25]) },
      { _id: 'park', at: polygon(square(113, 23, 0.5), square(113.2, 23.2, 0.1)) },
      { _id: 'stops', at: Geo.MultiPoint([point(113.25, 23.25), point(120, 30)]) },
      { _id: 'nowhere' },
    ],
  })
})

test('geometries come back as the SDK made them', async () => {
  const { data } = await cloud.db.collection('places').doc('park').get()
  expect(data.at).toEqual(polygon(square(113, 23, 0.5), square(113.2, 23.2, 0.1)))
})

test('geoNear answers by distance within the asked metres', async () => {
  const _ = cloud.db.command
  const geometry = point(113, 23)
  expect((await ids({ at: _.geoNear({ geometry, maxDistance: 200, minDistance: 0 }) })).slice(-2)).toEqual([
    'nearer',
    'near',
  ])
  expect(await ids({ at: _.geoNear({ geometry, minDistance: 60, maxDistance: 200 }) })).toEqual(['near'])
  expect(await ids({ _id: 'far', at: _.geoNear({ geometry, maxDistance: 200 }) })).toEqual([])
})

test('geoWithin takes polygons with holes and circles', async () => {
  const _ = cloud.db.command
  expect(await ids({ at: _.geoWithin({ geometry: polygon(square(112.9, 22.9, 1)) }) })).toEqual([
    'near',
    'nearer',
    'park',
  ])
  expect(
    await ids({ at: _.geoWithin({ geometry: polygon(square(112.9, 22.9, 1), square(112.95, 22.95, 0.1)) }) }),
  ).toEqual([])
  expect(await ids({ at: _.geoWithin({ centerSphere: [[113, 23], 0.08 / 6378.1] }) })).toEqual(['nearer'])
})

test('geoIntersects takes every kind of geometry', async () => {
  const _ = cloud.db.command
  const { Geo } = cloud.db
  const meeting = (geometry: unknown) => ids({ at: _.geoIntersects({ geometry }) })
  expect(await meeting(polygon(square(113.21, 23.21, 0.05)))).toEqual(['stops'])
  expect(await meeting(polygon(square(113.3, 23.3, 0.5)))).toEqual(['road', 'park'])
  expect(await meeting(line([113.4, 22.5], [113.4, 24]))).toEqual(['park'])
  expect(await meeting(line([113.3, 24], [113.4, 24]))).toEqual(['road'])
  expect(await meeting(point(114, 24))).toEqual(['far'])
  expect(await meeting(Geo.MultiPoint([point(120, 30), point(0, 0)]))).toEqual(['stops'])
  expect(await meeting(Geo.MultiPolygon([polygon(square(119, 29, 2)), polygon(square(113.9, 23.9, 0.2))]))).toEqual([
    'far',
    'stops',
  ])
})

test('the geoNear stage writes the distance and answers nearest first', async () => {
  const { list } = await cloud.db
    .collection('places')
    .aggregate()
    .geoNear({
      near: point(113, 23),
      spherical: true,
      distanceField: 'metres',
      key: 'at',
      query: { _id: cloud.db.command.in(['near', 'far', 'nearer']) },
      includeLocs: 'seen',
    })
    .end()
  expect(pluck(list)).toEqual(['nearer', 'near', 'far'])
  // One degree of longitude at 23° north is 102.47 km on MongoDB's sphere.
  expect(Math.round(Number(list[1]?.metres))).toBe(102)
  expect(list[1]?.seen).toEqual({ type: 'Point', coordinates: [113.001, 23] })
})
