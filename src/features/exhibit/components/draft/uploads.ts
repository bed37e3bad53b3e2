import { MIN_FACE_SIDE, MIN_PICTURE_WIDTH } from '@/domain/exhibit/rules'
import { FILE_LIMITS, UNCLAIMED_MS, type FilePurpose } from '@/domain/file/rules'
import { parcelOf, typeOfName, Unfit, useUploads, type Packed, type Parcel, type Uploads } from '@/features/use-uploads'
import { saySize } from '@/features/waiting-files'
import { filmFacts, soundSeconds } from '@/lib/media-facts'
import type { PickedFile } from '@/lib/pick-file'
import { pictureSize, resizePicture, type PictureSize, type ResizedPicture } from '@/lib/resize-picture'
import type { FormFile, FormPicture } from './exhibit-form'

/** What phones need: a picture for the whole width of a dense screen, and one for lists and for walking without a network. */
const WIDE = 1280
const SMALL_WIDE = 320
const FACE_WIDE = 1024

const fileOf = (ticketId: string, { path, size }: Pick<Parcel, 'path' | 'size'>): FormFile => ({
  ticketId,
  url: path,
  size,
  expiresAt: Date.now() + UNCLAIMED_MS,
})

/** Runs something that rejects for a file which is not what its name says. Throws `Unfit` with these words then. */
async function readable<T>(work: Promise<T>, words: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    console.info('file not readable', error)
    throw new Unfit(words)
  }
}

const NO_PICTURE = '这张图片打不开，请换一张 JPG、PNG 或 WebP 图片'

/** A picture's size, once it is clear that it is one. Throws `Unfit`. */
async function checkedPicture(file: PickedFile): Promise<PictureSize> {
  const type = typeOfName(file.name)
  if (!type || !FILE_LIMITS.exhibitPicture.types.includes(type))
    throw new Unfit('不支持这种文件，请选 JPG、PNG 或 WebP 图片')
  return readable(pictureSize(file.path), NO_PICTURE)
}

const resized = (file: PickedFile, width: number, purpose: FilePurpose): Promise<ResizedPicture> =>
  readable(
    resizePicture(file.path, { width, maxBytes: FILE_LIMITS[purpose].maxBytes }),
    '这张图片缩小后仍然太大，请换一张',
  )

const parcelFor = (purpose: FilePurpose, { path, type, size }: ResizedPicture): Parcel => ({
  path,
  purpose,
  type,
  size,
})

interface PackedPicture extends Packed {
  big: ResizedPicture
  small: ResizedPicture
}

/** Checks a picture and makes it as wide as phones need, once large and once small. Throws `Unfit`. */
async function packPicture(file: PickedFile): Promise<PackedPicture> {
  const { width } = await checkedPicture(file)
  if (width < MIN_PICTURE_WIDTH)
    throw new Unfit(`这张图片宽 ${width} 像素，手机上会看不清，请换一张宽 ${MIN_PICTURE_WIDTH} 像素以上的`)
  const big = await resized(file, WIDE, 'exhibitPicture')
  const small = await resized(file, SMALL_WIDE, 'exhibitSmall')
  return { big, small, parcels: [parcelFor('exhibitPicture', big), parcelFor('exhibitSmall', small)] }
}

/** Pictures, handed on when both of their sizes have arrived. */
export const usePictureUploads = (onArrived: (picture: FormPicture) => void): Uploads =>
  useUploads(packPicture, ([ticket = '', smallTicket = ''], { big, small }) =>
    onArrived({
      file: fileOf(ticket, big),
      small: fileOf(smallTicket, small),
      alt: '',
      width: big.width,
      height: big.height,
    }),
  )

interface PackedFace extends Packed {
  face: ResizedPicture
}

/** Checks one of the six pictures of a panorama. Throws `Unfit`. */
async function packFace(file: PickedFile): Promise<PackedFace> {
  const { width, height } = await checkedPicture(file)
  if (width !== height) throw new Unfit(`全景的每一面要是正方形，这张是 ${width}×${height}`)
  if (width < MIN_FACE_SIDE) throw new Unfit(`这张图片边长 ${width} 像素，请换 ${MIN_FACE_SIDE} 像素以上的`)
  const face = await resized(file, FACE_WIDE, 'exhibitPicture')
  return { face, parcels: [parcelFor('exhibitPicture', face)] }
}

/** A face of a panorama. */
export const useFaceUploads = (onArrived: (file: FormFile) => void): Uploads =>
  useUploads(packFace, ([ticket = ''], { face }) => onArrived(fileOf(ticket, face)))

/** Says by how much a recording is too large, which the ticket's own words do not. Throws `Unfit`. */
function checkedSize(file: PickedFile, purpose: 'exhibitSound' | 'exhibitFilm', noun: string): Parcel {
  const { maxBytes } = FILE_LIMITS[purpose]
  if (file.size > maxBytes) throw new Unfit(`${noun}要在 ${saySize(maxBytes)} 以内，这个有 ${saySize(file.size)}`)
  const type = typeOfName(file.name)
  if (!type || !FILE_LIMITS[purpose].types.includes(type))
    throw new Unfit(`${noun}只支持 ${FILE_LIMITS[purpose].types.join('、').toUpperCase()} 格式`)
  return parcelOf(purpose, file)
}

interface PackedSound extends Packed {
  seconds: number
}

async function packSound(file: PickedFile): Promise<PackedSound> {
  const parcel = checkedSize(file, 'exhibitSound', '音频')
  const seconds = await readable(soundSeconds(file), '这个音频打不开，请换一个 MP3 文件')
  return { seconds, parcels: [parcel] }
}

/** A sound with its length. */
export const useSoundUploads = (onArrived: (file: FormFile, seconds: number) => void): Uploads =>
  useUploads(packSound, ([ticket = ''], { seconds, parcels: [parcel] }) => {
    if (parcel) onArrived(fileOf(ticket, parcel), seconds)
  })

/** A picture out of a film, where there is one that is clear enough. */
async function posterOf(path: string | undefined): Promise<Parcel | null> {
  if (!path) return null
  const { width } = await pictureSize(path)
  if (width < MIN_PICTURE_WIDTH) return null
  const { maxBytes } = FILE_LIMITS.exhibitPicture
  return parcelFor('exhibitPicture', await resizePicture(path, { width: WIDE, maxBytes }))
}

async function packFilm(file: PickedFile): Promise<PackedSound> {
  const parcel = checkedSize(file, 'exhibitFilm', '视频')
  const { seconds, poster } = await readable(filmFacts(file), '这个视频打不开，请换一个 MP4 文件')
  const picture = await readable(posterOf(poster), NO_PICTURE)
  return { seconds, parcels: picture ? [parcel, picture] : [parcel] }
}

/** A film with its length and, where one could be made, a picture out of it. */
export const useFilmUploads = (
  onArrived: (film: FormFile, seconds: number, poster: FormFile | null) => void,
): Uploads =>
  useUploads(packFilm, ([ticket = '', posterTicket], { seconds, parcels: [parcel, poster] }) => {
    if (parcel) onArrived(fileOf(ticket, parcel), seconds, posterTicket && poster ? fileOf(posterTicket, poster) : null)
  })
