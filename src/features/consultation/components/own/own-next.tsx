import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { OwnRow } from './own-row'
import { waitsForUs } from './standing'

const MOST = 2

/** What an enterprise's contact needs to see first: what waits for their word, then the next meetings. */
export function useOwnNext(enterpriseId: string | undefined) {
  return useList(
    'consultation.mine',
    { enterpriseId: enterpriseId ?? '', closed: false },
    { keep: true, skip: enterpriseId === undefined },
  )
}

interface OwnNextProps {
  list: ReturnType<typeof useOwnNext>
  enterpriseId: string
  now: number
}

/** 我的咨询 in short; nothing at all while nothing is open. */
export function OwnNext({ list, enterpriseId, now }: OwnNextProps) {
  const { items } = list
  const first = [...items.filter(waitsForUs), ...items.filter((outline) => !waitsForUs(outline))].slice(0, MOST)
  return (
    <>
      <SectionTitle more={{ words: '全部', onPress: () => void to.myConsultations({ enterpriseId }) }}>
        我的咨询
      </SectionTitle>
      {first.length > 0 && (
        <Card flush>
          {first.map((outline) => (
            <OwnRow key={outline.id} outline={outline} now={now} />
          ))}
        </Card>
      )}
    </>
  )
}
