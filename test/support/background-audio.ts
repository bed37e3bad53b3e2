type Listener = () => void
type Named = 'Play' | 'Pause' | 'Stop' | 'Ended' | 'Error' | 'Waiting' | 'Canplay' | 'TimeUpdate' | 'Seeked'

/**
 * WeChat's one player of background sound, as far as it can be known from outside: it wants a title before an address, an
 * address sets it off, everything is told a moment later. Time moves when the test says so.
 */
export class BackgroundAudio {
  title = ''
  epname = ''
  singer = ''
  coverImgUrl = ''
  webUrl = ''
  protocol = 'http'
  startTime = 0
  playbackRate = 1
  duration = 0
  currentTime = 0
  buffered = 0
  paused = true
  /** Set to let the next address fail, as one that has grown too old does. */
  broken = false
  private address = ''
  private readonly heard = new Map<Named, Listener[]>()

  constructor(private readonly later: (run: () => void) => void) {}

  get src(): string {
    return this.address
  }

  set src(address: string) {
    this.address = address
    if (this.title === '' || this.broken) {
      this.tell('Error')
      return
    }
    this.currentTime = this.startTime
    this.paused = false
    this.tell('Waiting', 'Canplay', 'Play')
  }

  play(): void {
    if (this.address === '') return this.tell('Error')
    this.paused = false
    this.tell('Play')
  }

  pause(): void {
    this.paused = true
    this.tell('Pause')
  }

  stop(): void {
    this.paused = true
    this.address = ''
    this.tell('Stop')
  }

  seek(second: number): void {
    this.currentTime = second
    this.tell('Seeked', 'TimeUpdate')
  }

  /** Lets it speak for so many seconds. */
  advance(seconds: number): void {
    if (this.paused) throw new Error('nothing plays')
    this.currentTime += seconds
    this.tellNow('TimeUpdate')
  }

  /** Lets it come to its end. */
  end(): void {
    this.paused = true
    this.tellNow('Ended')
  }

  readonly onPlay = this.on('Play')
  readonly onPause = this.on('Pause')
  readonly onStop = this.on('Stop')
  readonly onEnded = this.on('Ended')
  readonly onError = this.on('Error')
  readonly onWaiting = this.on('Waiting')
  readonly onCanplay = this.on('Canplay')
  readonly onTimeUpdate = this.on('TimeUpdate')
  readonly onSeeked = this.on('Seeked')

  private on(name: Named) {
    return (listener: Listener) => void this.heard.set(name, [...(this.heard.get(name) ?? []), listener])
  }

  private tell(...names: Named[]): void {
    this.later(() => names.forEach((name) => this.tellNow(name)))
  }

  private tellNow(name: Named): void {
    for (const listener of this.heard.get(name) ?? []) listener()
  }
}
