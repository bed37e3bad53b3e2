import type { Audience } from '@/domain/event/rules'
import { saySpan } from '@/domain/time'
import type { Question } from '@/ui/use-confirm'
import type { DraftForm } from './draft-form'

const whoSees: Record<Audience, string> = {
  public: '所有人都能看到，绑定身份后可以报名',
  members: '支部确认过的党员群众都能看到和报名',
  hosts: '主办支部确认过的人能看到和报名',
}

/** What is asked before an event is published. */
export const publishQuestion = (form: DraftForm): Question => ({
  title: '发布这场活动',
  words: `${form.title}，${saySpan(form.startsAt, form.endsAt)}，${form.placeName}。发布后${whoSees[form.audience]}；还可以修改，但不能退回草稿。`,
  yes: '发布',
})
