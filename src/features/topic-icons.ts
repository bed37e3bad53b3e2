import type { Topic } from '@/domain/service/rules'
import type { IconName } from '@/ui/icon'

/** The drawing beside a topic's words. */
export const topicIcons: Record<Topic, IconName> = {
  policy: 'document',
  tax: 'list',
  technology: 'flask',
  projectApplication: 'growth',
  partyWork: 'flag',
  finance: 'shield',
  talent: 'people',
  labour: 'person',
  logistics: 'place',
  other: 'chat',
}
