import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { CameraUnusable, readPicture, watchCamera, type CameraProblem } from '@/lib/qr-reader.h5'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import type { ScannerProps } from './scanner'
import './scanner.scss'

const cameraWords: Record<CameraProblem, string> = {
  refused: '没有打开相机的权限，可以在浏览器里允许，或从相册选图、输入数字',
  missing: '没有找到相机，可以从相册选图或输入数字',
  unsupported: '这个浏览器不能使用相机，可以从相册选图或输入数字',
  busy: '相机正被其他程序使用，可以从相册选图或输入数字',
}
const NO_CODE = '这张图里没有找到二维码，请换一张更清楚的'

/** Turns the camera on while the scanner is open; the first code that comes into sight is the one. */
function useCamera(onText: (text: string) => void, onProblem: (problem: CameraProblem) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef({ onText, onProblem })
  latest.current = { onText, onProblem }
  useEffect(() => {
    let open = true
    let end = () => undefined as void
    const found = (text: string) => {
      if (!open) return
      open = false
      end()
      latest.current.onText(text)
    }
    const begin = async (player: HTMLVideoElement) => {
      try {
        end = await watchCamera(player, found)
        if (!open) end()
      } catch (error) {
        if (open) latest.current.onProblem(error instanceof CameraUnusable ? error.problem : 'missing')
      }
    }
    if (video.current) void begin(video.current)
    return () => {
      open = false
      end()
    }
  }, [])
  return video
}

/** Choosing a picture of the code instead of pointing the camera at it. */
function PictureInput({ onPick }: { onPick: (file: File) => void }) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) onPick(file)
  }
  return (
    <label className="scanner__tool">
      <Icon name="picture" />
      <span>从相册选图</span>
      <input className="scanner__file" type="file" accept="image/*" aria-label="从相册选图" onChange={pick} />
    </label>
  )
}

/** The browser's scanner: the camera over the whole screen, a picture, or back to typing the digits. */
export function Scanner({ name, aim, onText, onClose }: ScannerProps) {
  const [words, setWords] = useState(aim)
  const video = useCamera(onText, (problem) => setWords(cameraWords[problem]))
  const readFile = async (file: File) => {
    setWords('正在识别图片')
    const text = await readPicture(file).catch((error: unknown) => {
      console.info('the picture could not be read', error)
      return null
    })
    if (text === null) setWords(NO_CODE)
    else onText(text)
  }
  return (
    <div className="scanner" role="dialog" aria-modal="true" aria-label={name}>
      <video ref={video} className="scanner__video" muted playsInline />
      <div className="scanner__window" aria-hidden="true" />
      <Pressable className="scanner__close" label="关闭扫码" onPress={() => onClose()}>
        <Icon name="close" />
      </Pressable>
      <p className="scanner__words" role="status">
        {words}
      </p>
      <div className="scanner__tools">
        <PictureInput onPick={(file) => void readFile(file)} />
        <Pressable className="scanner__tool" onPress={() => onClose()}>
          <Icon name="keyboard" />
          <span>输入数字</span>
        </Pressable>
      </div>
    </div>
  )
}
