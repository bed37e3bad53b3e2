import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { changedFields } from '@/features/draft-merge'
import { DraftNotices } from '@/features/draft-notices'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { CentreDraft, CentreDraftState } from './centre-draft'
import { centreMerging, problemsOf, type CentreForm } from './centre-form'
import { EditAbout } from './edit-about'
import { EditClosures } from './edit-closures'
import { EditHours } from './edit-hours'
import { EditNotices } from './edit-notices'
import { EditVisiting } from './edit-visiting'
import './edit.scss'

interface CentreEditorProps {
  draft: CentreDraft
  state: CentreDraftState
}

/** The form and its button, for a page to place. */
export function useCentreEditor({ draft, state }: CentreEditorProps) {
  const [asked, setAsked] = useState(false)
  const problems = asked ? problemsOf(state.form) : {}
  const wrong = Object.keys(problems).length
  const set = (values: Partial<CentreForm>) => draft.change((now) => ({ ...now, ...values }))
  const section = { form: state.form, problems, set }
  const showTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

  const save = async () => {
    setAsked(true)
    if (Object.keys(problemsOf(state.form)).length > 0) return showTop()
    if (await draft.save()) void Taro.showToast({ title: '已保存，马上生效', icon: 'none' })
    else showTop()
  }
  const unchanged = changedFields(centreMerging, state.base, state.form).length === 0
  return {
    notices: (
      <>
        <DraftNotices
          state={state}
          changed="别人刚改过中心信息，您填写的内容还在"
          showRefusal
          onDiscard={draft.discard}
        />
        {wrong > 0 && <Notice tone="bad">{`还有 ${wrong} 处要改，请看标红的文字`}</Notice>}
      </>
    ),
    main: (
      <View className="centre-edit">
        <EditAbout {...section} />
        <EditNotices {...section} />
      </View>
    ),
    side: (
      <View className="centre-edit">
        <EditHours {...section} />
        <EditClosures {...section} />
        <EditVisiting {...section} />
      </View>
    ),
    action: (
      <Button kind="main" disabled={unchanged} onPress={save}>
        {unchanged ? '没有改动' : '保存修改'}
      </Button>
    ),
  }
}
