import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { hallLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, type HallId } from '@/domain/exhibit/rules'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { saySize } from '@/features/waiting-files'
import { openDocument } from '@/lib/documents'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { makeWallCodes } from '../../api'
import './wall-codes.scss'

type Sheet = OutputFor<'document.wallCodes'>
type Which = HallId | 'all'

const options: { value: Which; words: string }[] = [
  { value: 'all', words: '全部展厅' },
  ...HALL_IDS.map((value) => ({ value, words: hallLabels[value] })),
]

export interface WallCodes {
  which: Which
  choose: (which: Which) => void
  /** The sheet that was made last, of what is chosen now. */
  sheet: Sheet | null
  make: () => Promise<void>
  open: () => Promise<void>
  refused: ReturnType<typeof useRefusable>[0]
  /** Why the finished sheet could not be opened. */
  stuck: boolean
}

/** @param first of which hall, to begin with; all without it */
export function useWallCodes(first: HallId | undefined): WallCodes {
  const [which, setWhich] = useState<Which>(first ?? 'all')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [stuck, setStuck] = useState(false)
  const [refused, run] = useRefusable()
  return {
    which,
    sheet,
    refused,
    stuck,
    choose: (next) => {
      setWhich(next)
      setSheet(null)
    },
    make: () =>
      run(async () => {
        setStuck(false)
        setSheet(null)
        setSheet(await makeWallCodes(which === 'all' ? {} : { hallId: which }))
      }),
    open: async () => {
      if (!sheet) return
      setStuck(false)
      try {
        await openDocument(sheet.url)
      } catch (error) {
        console.info('sheet did not open', error)
        setStuck(true)
      }
    },
  }
}

/** Which codes, and the sheet once it is made. */
export function WallCodesForm({ codes }: { codes: WallCodes }) {
  const { which, sheet, refused, stuck, choose } = codes
  return (
    <View>
      <Text className="wall-codes__hint">
        每个有编号的展项一个码，没发布的也可以先印，A4 纸每页 8 个，沿线裁开贴在展项旁。访客用微信扫码就能打开讲解。
      </Text>
      {process.env.TARO_ENV === 'h5' && (
        <View className="wall-codes__notice">
          <Notice tone="info" title="浏览器演示里的码">
            由本机云生成的是普通二维码，用来试印版面；正式环境里是微信小程序码
          </Notice>
        </View>
      )}
      {refused && (
        <View className="wall-codes__notice">
          <Refused error={refused} />
        </View>
      )}
      {sheet && <Made sheet={sheet} stuck={stuck} />}
      <Choice label="打印哪些" options={options} value={which} onChange={choose} />
    </View>
  )
}

function Made({ sheet, stuck }: { sheet: Sheet; stuck: boolean }) {
  const { name, codes, pages, size } = sheet
  return (
    <View className="wall-codes__notice">
      <Card>
        <View className="wall-codes__made">
          <Icon name="document" size="large" className="wall-codes__icon" />
          <View className="wall-codes__words">
            <Text className="wall-codes__name">{name}</Text>
            <Text className="wall-codes__line">{`${codes} 个码，${pages} 页，${saySize(size)}`}</Text>
          </View>
        </View>
        {stuck && (
          <View className="wall-codes__stuck">
            <Notice tone="bad">文件没有打开，请再点一次；链接过期的话请重新生成</Notice>
          </View>
        )}
      </Card>
    </View>
  )
}

/** Makes the sheet, then opens it. */
export function WallCodesButton({ codes }: { codes: WallCodes }) {
  const { sheet, make, open } = codes
  return sheet ? (
    <Button kind="main" icon="download" onPress={open}>
      打开打印页
    </Button>
  ) : (
    <Button kind="main" icon="qr" onPress={make}>
      生成打印页
    </Button>
  )
}
