import { View } from '@tarojs/components'
import { programmeLabels } from '@/domain/guidance/labels'
import { GUIDED_TOPICS, MAX_FIRST_FILES, PROGRAMMES } from '@/domain/guidance/rules'
import { topicLabels } from '@/domain/service/labels'
import { AttachFiles, attachedHint } from '@/features/attach-files'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { ChipsField } from '../chips-field'
import { GuideField } from '../guide-field'
import type { Ask } from './use-ask'
import './ask-form.scss'

const programmes = PROGRAMMES.map((value) => ({ value, words: programmeLabels[value] }))
const topics = GUIDED_TOPICS.map((value) => ({ value, words: topicLabels[value] }))

/** Which project it is, what is needed, and who is to guide. */
export function AskForm({ ask }: { ask: Ask }) {
  return (
    <View className="guidance-ask">
      <What ask={ask} />
      <Whom ask={ask} />
    </View>
  )
}

function What({ ask: { form, change, lacks, uploads, files } }: { ask: Ask }) {
  return (
    <>
      <SectionTitle>申报什么</SectionTitle>
      <Card>
        <TextField
          label="项目名称"
          placeholder="例如：有机硅新材料中试"
          maxLength={60}
          value={form.name}
          error={lacks.name ? '请填写项目名称' : undefined}
          onChange={(name) => change({ name })}
        />
        <ChipsField
          label="计划类别"
          options={programmes}
          value={form.programme}
          onChange={(programme) => change({ programme })}
        />
      </Card>
      <SectionTitle>需要什么帮助</SectionTitle>
      <Card>
        <TextField
          kind="lines"
          label="需求"
          hint="只有本企业联络人、辅导员和队长能看到"
          placeholder="准备到哪一步、卡在哪里、什么时候截止"
          maxLength={500}
          value={form.words}
          error={lacks.words ? '请写一句需要什么帮助，辅导员好提前准备' : undefined}
          onChange={(words) => change({ words })}
        />
        <AttachFiles
          files={files}
          uploads={uploads}
          most={MAX_FIRST_FILES}
          onChange={(changed) => change({ files: changed })}
        />
        <View className="guidance-ask__hint">{`选填。${attachedHint('guidanceFile', MAX_FIRST_FILES)}`}</View>
      </Card>
    </>
  )
}

function Whom({ ask: { form, change, guides } }: { ask: Ask }) {
  return (
    <>
      <SectionTitle>谁来辅导</SectionTitle>
      <Card>
        <ChipsField
          label="主要方向"
          options={topics}
          value={form.topic}
          onChange={(topic) => change({ topic, specialistId: '' })}
        />
        <GuideField
          guides={guides}
          topic={form.topic}
          value={form.specialistId}
          leaving="按匹配安排"
          onChange={(specialistId) => change({ specialistId })}
        />
      </Card>
    </>
  )
}
