import { View } from '@tarojs/components'
import { useState } from 'react'
import { Asked, errorWords } from '@/features/call-state'
import { CallError } from '@/lib/call-error'
import { takeOut } from '@/lib/documents'
import { askPrivacy } from '@/lib/privacy'
import { to } from '@/lib/routes'
import { forgetSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Notice } from '@/ui/notice'
import { Skeleton } from '@/ui/skeleton'
import { useConfirm } from '@/ui/use-confirm'
import { eraseMe } from '../api'
import { DataSections } from './data-sections'
import { dataAsText, dataFileName, type MyData } from './data-text'
import './my-data.scss'

interface Said {
  tone: 'good' | 'bad'
  words: string
}

const takeOutData = async (data: MyData): Promise<Said> => {
  if (!(await askPrivacy())) return { tone: 'bad', words: '没有同意使用剪贴板，数据仍可以在这里查看' }
  try {
    return { tone: 'good', words: await takeOut(dataFileName(data), dataAsText(data)) }
  } catch (error) {
    console.warn('taking out failed', error)
    return { tone: 'bad', words: '没有导出成功，请再试一次' }
  }
}

const ERASE = {
  title: '删除我的数据',
  words:
    '姓名、手机号、支部、绑定关系和意见都会删除，报名中的活动会取消，之后不能再查到自己的签到记录。活动的签到人数会保留，但不再有您的姓名。删除后不能恢复。',
  yes: '删除',
  danger: true,
} as const

/** One's own data: read it, take it out, correct it, delete it. */
export function MyData({ onErased }: { onErased: () => void }) {
  const data = useCall('member.myData', {})
  const [said, setSaid] = useState<Said>()
  const { ask, sheet } = useConfirm()
  const erase = async () => {
    if (!(await ask(ERASE))) return
    try {
      await eraseMe()
      forgetSession()
      onErased()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setSaid({ tone: 'bad', words: errorWords(error) })
    }
  }
  return (
    <>
      <Asked of={data} skeleton={<Skeleton shape="lines" count={4} />}>
        {(found) => (
          <>
            <View className="my-data__actions">
              <ButtonRow>
                <Button icon="download" onPress={async () => setSaid(await takeOutData(found))}>
                  导出
                </Button>
                <Button icon="edit" onPress={() => to.bind()}>
                  更正
                </Button>
              </ButtonRow>
              {said && <Notice tone={said.tone}>{said.words}</Notice>}
            </View>
            <DataSections data={found} />
            <View className="my-data__erase">
              <Button kind="danger" icon="trash" onPress={erase}>
                删除我的数据
              </Button>
            </View>
          </>
        )}
      </Asked>
      {sheet}
    </>
  )
}
