import { render, screen, waitFor } from '@testing-library/react'
import { captionTrack } from '@/features/exhibit/components/player/caption-track'
import { clockWords, sizeWords } from '@/features/exhibit/components/exhibit-words'
import { MAX_PICTURES, MAX_PICTURES_BYTES, pictureRoom, useSmallPicture } from '@/lib/small-pictures'
import { numberWords } from '@/ui/number-words'
import { storeFile } from '../../support/hall'
import { phone } from '../../support/taro/phone'

const Shown = ({ url }: { url: string }) => <p>{useSmallPicture(url) || 'not yet'}</p>
const sdkUrl = async (fileId: string): Promise<string> => {
  const { default: sdk } = await import('wx-server-sdk')
  const answer = await sdk.getTempFileURL({ fileList: [fileId] })
  return (answer as { fileList: { tempFileURL: string }[] }).fileList[0]?.tempFileURL ?? ''
}
const downloads = () => phone.calls.filter(({ name }) => name === 'downloadFile').length

test('a small picture is fetched once, and from then on shown from the phone, whatever its address is signed with', async () => {
  const { fileId } = await storeFile('small.jpg')
  const url = await sdkUrl(fileId)
  const first = render(<Shown url={url} />)
  const local = await screen.findByText(/^wxfile:\/\/store\//)
  expect([...phone.files.keys()]).toEqual([local.textContent])
  first.unmount()
  await phone.goOffline()
  render(<Shown url={`${url}&again=1`} />)
  expect(await screen.findByText(local.textContent ?? '')).toBeInTheDocument()
  expect(downloads()).toBe(1)
})

test('a copy that the system has cleared away is fetched anew', async () => {
  const { fileId } = await storeFile('cleared.jpg')
  const url = await sdkUrl(fileId)
  const first = render(<Shown url={url} />)
  await screen.findByText(/^wxfile:\/\/store\//)
  first.unmount()
  phone.files.clear()
  render(<Shown url={url} />)
  await waitFor(() => expect(downloads()).toBe(2))
  expect(await screen.findByText(/^wxfile:\/\/store\//)).toBeInTheDocument()
})

test('what cannot be kept is shown from its own address', async () => {
  await phone.goOffline()
  render(<Shown url="http://127.0.0.1:9/files/a.jpg?sign=1" />)
  expect(await screen.findByText('http://127.0.0.1:9/files/a.jpg?sign=1')).toBeInTheDocument()
})

test('the newest pictures stay, as many and as heavy as the phone gives room for', () => {
  const many = (count: number, bytes: number) => Array.from({ length: count }, () => ({ bytes }))
  expect([pictureRoom(many(59, 1)), pictureRoom(many(61, 1)), pictureRoom(many(4, MAX_PICTURES_BYTES / 3))]).toEqual([
    59,
    MAX_PICTURES,
    3,
  ])
})

test('captions become a track in which each stays until the next one', () => {
  const track = captionTrack(
    [
      { at: 0, text: '一 <b> & 二' },
      { at: 61.5, text: '三' },
    ],
    70,
  )
  expect(decodeURIComponent(track.slice(track.indexOf(',') + 1))).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:01:01.500\n一 &lt;b&gt; &amp; 二\n\n00:01:01.500 --> 00:01:10.000\n三',
  )
})

test('numbers, places and weights are written as people read them', () => {
  expect([0, 1234567.891, -2600, 0.5].map(numberWords)).toEqual(['0', '1,234,567.89', '−2,600', '0.5'])
  expect([0, 65.9, 600].map(clockWords)).toEqual(['0:00', '1:05', '10:00'])
  expect([1, 184320, 2200000].map(sizeWords)).toEqual(['1 KB', '180 KB', '2.1 MB'])
})
