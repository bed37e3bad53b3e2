import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { exhibitKindLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind } from '@/domain/exhibit/rules'

/** What the page is called: an exhibit until it is known to be a story or a date of the timeline. WeChat's own bar follows. */
export function usePageTitle(kind: ExhibitKind = 'display'): string {
  const title = exhibitKindLabels[kind]
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return title
}
