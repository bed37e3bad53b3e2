import { View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { sayWhen } from '@/domain/time'
import { errorWords } from '@/features/call-state'
import { BindFirst, Checking, CodeRefused, OutOfReach, RecordedNow } from '@/features/code-outcome'
import { DigitsForm } from '@/features/digits-form'
import { leadOn, placeOfScan } from '@/features/scanned'
import { Scanner } from '@/features/scanner'
import { useCodeDesk } from '@/features/use-code-desk'
import type { CodeAttempt, Progress } from '@/features/use-code-try'
import { useNow } from '@/lib/clock'
import { replaceWith, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { arrive } from '../../api'
import { partyWords, whenWords } from './booking'
import './arriving.scss'

type Arrived = OutputFor<'centre.arrive'>
type Refusal = Extract<Progress<CodeAttempt, Arrived>, { step: 'refused' }>

const attemptOf = (code: string): CodeAttempt => ({ code })
const useDoor = (code: string | undefined) =>
  useCodeDesk<CodeAttempt, Arrived>({ code, own: 'arrive', attemptOf, send: arrive })
type Door = ReturnType<typeof useDoor>

const BIND_WHY = '只需填一次姓名和支部。绑定后会自动接着登记，如果到访码已刷新，再扫一次即可'

/** Scan, or type what stands below the code. */
function Choose({ door, wrong }: { door: Door; wrong?: Refusal }) {
  return (
    <>
      {door.closedBecause && <Notice tone="wait">{door.closedBecause}</Notice>}
      <Card>
        <View className="arriving__title">到访登记</View>
        <View className="arriving__words">到访码在中心门口的屏幕上，每 20 秒换一次，请对准正在显示的码</View>
        <Button kind="main" icon="scan" onPress={door.scanAgain}>
          扫到访码
        </Button>
      </Card>
      <Card>
        <DigitsForm
          action="用数字登记"
          error={wrong && errorWords(wrong.error)}
          onSubmit={(digits) => door.submit({ digits })}
        />
      </Card>
    </>
  )
}

function ArrivedNow({ result, now }: { result: Arrived; now: number }) {
  const { visit, at, again } = result
  return (
    <RecordedNow
      title={again ? '您已登记过到访' : '到访登记成功'}
      subject={whenWords(visit, now)}
      when={`${partyWords(visit)}，${sayWhen(at, now)} 登记`}
      next="欢迎参观。每件展品旁都有编号，扫码或输入编号就能听讲解。"
    >
      <Button kind="main" onPress={() => to.halls()}>
        打开展馆
      </Button>
      <Button onPress={() => to.home()}>回首页</Button>
    </RecordedNow>
  )
}

type Step = 'scan' | 'digits' | 'event' | 'visits' | 'book' | 'again' | 'home'

const steps: Record<string, readonly Step[]> = {
  codeInvalid: ['scan', 'digits'],
  codeExpired: ['scan', 'digits'],
  codeOfAnEvent: ['event', 'scan'],
  tooManyTries: ['scan', 'home'],
  noVisitToday: ['book', 'visits'],
  tooEarly: ['visits', 'scan'],
  visitOver: ['book', 'visits'],
  visitCancelled: ['book', 'visits'],
  badInput: ['scan', 'digits'],
  busy: ['again', 'scan'],
  failed: ['again', 'scan'],
}

const stepWords: Record<Step, string> = {
  scan: '再扫一次',
  digits: '输入数字',
  event: '去活动签到',
  visits: '我的参观',
  book: '预约参观',
  again: '再试一次',
  home: '回首页',
}

const titles: Record<string, string> = {
  codeExpired: '到访码已刷新',
  codeInvalid: '不是到访码',
  codeOfAnEvent: '这是活动的签到码',
  tooManyTries: '请稍后再输入',
  noVisitToday: '今天没有您的预约',
  tooEarly: '来早了一点',
  visitOver: '时段已结束',
  visitCancelled: '预约已取消',
  busy: '人有点多',
}

function toEvent(attempt: CodeAttempt): unknown {
  const place = 'code' in attempt ? placeOfScan(attempt.code) : null
  return place ? leadOn(place) : to.checkIn()
}

function Refused({ door, refusal }: { door: Door; refusal: Refusal }) {
  const { error, attempt } = refusal
  const press: Record<Step, () => unknown> = {
    scan: door.scanAgain,
    digits: door.reset,
    event: () => toEvent(attempt),
    visits: () => replaceWith('myVisits'),
    book: () => replaceWith('book'),
    again: () => door.submit(attempt),
    home: () => to.home(),
  }
  const ways = (steps[error.code] ?? (['again', 'home'] as const)).map((step) => ({
    words: stepWords[step],
    press: press[step],
  }))
  return <CodeRefused error={error} title={titles[error.code] ?? '没有登记上'} steps={ways} />
}

function Outcome({ door, now }: { door: Door; now: number }) {
  const { progress } = door
  const bindFirst = <BindFirst title="先绑定身份，再登记" why={BIND_WHY} onBind={door.bind} />
  switch (progress.step) {
    case 'checking':
      return <Checking retrying={progress.retrying} doing="登记到访" name="到访" />
    case 'done':
      return <ArrivedNow result={progress.result} now={now} />
    case 'bindFirst':
      return bindFirst
    case 'outOfReach':
      return <OutOfReach name="到访" doing="登记" onScan={door.scanAgain} onDigits={door.reset} />
    case 'refused':
      return progress.error.code === 'digitsWrong' ? (
        <Choose door={door} wrong={progress} />
      ) : (
        <Refused door={door} refusal={progress} />
      )
    case 'idle':
      return door.unbound ? bindFirst : <Choose door={door} />
  }
}

/** Arriving for a visit: with the code it was opened with, else by scanning at once; typing is always a way. */
export function Arriving({ code }: { code: string | undefined }) {
  const door = useDoor(code)
  const now = useNow()
  return (
    <>
      <Outcome door={door} now={now} />
      {door.scanning && (
        <Scanner
          name="扫到访码"
          aim="对准门口屏幕上的二维码"
          instead="输入屏幕上的 8 位数字"
          onText={door.submitCode}
          onClose={door.close}
        />
      )}
    </>
  )
}
