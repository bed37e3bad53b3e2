import { View } from '@tarojs/components'
import { sayWhen } from '@/domain/time'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import type { List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { ExhibitCard, ExhibitCards } from '../exhibit-card'
import type { ExhibitCardData } from '../exhibit-words'
import { usePhoneMarks } from './phone-marks'
import './kept-list.scss'

/** What a person keeps: favourites, or where they have been. */
export type What = 'favourite' | 'seen'

interface Row {
  exhibit: ExhibitCardData
  favouriteAt: number | null
  seenAt: number | null
}

function Rows({ rows, what }: { rows: readonly Row[]; what: What }) {
  const now = useNow(60_000)
  const noteOf = ({ favouriteAt, seenAt }: Row) =>
    what === 'favourite' ? `收藏于 ${sayWhen(favouriteAt ?? now, now)}` : `看过 ${sayWhen(seenAt ?? now, now)}`
  return (
    <ExhibitCards>
      {rows.map((row) => (
        <ExhibitCard key={row.exhibit.id} exhibit={row.exhibit} keepPicture note={noteOf(row)} />
      ))}
    </ExhibitCards>
  )
}

/** Nothing kept yet: how it gets here. */
export function NothingKept({ what }: { what: What }) {
  const words =
    what === 'favourite'
      ? { title: '还没有收藏', why: '在展项页点“收藏”，以后从这里找回来' }
      : { title: '还没有足迹', why: '看过的展项会记在这里，只有您自己看得到，可以随时清除' }
  return (
    <EmptyState icon={what === 'favourite' ? 'heart' : 'place'} {...words}>
      <Button kind="main" onPress={() => to.halls()}>
        去看展厅
      </Button>
    </EmptyState>
  )
}

/** Of who is logged in: on the server, and on any of their phones. */
export function OwnMarks({ of, what }: { of: List<'exhibit.marks'>; what: What }) {
  useListGestures(of)
  return (
    <Listed of={of} empty={<NothingKept what={what} />} end="">
      {(rows) => <Rows rows={rows} what={what} />}
    </Listed>
  )
}

const timeOf = (row: Row, what: What) => (what === 'favourite' ? row.favouriteAt : row.seenAt)

/** Of who is not: on this phone alone. */
export function PhoneMarks({ what }: { what: What }) {
  const rows = usePhoneMarks()
    .filter((mark) => (what === 'favourite' ? mark.favourite === true : mark.seenAt !== null))
    .sort((one, other) => (timeOf(other, what) ?? 0) - (timeOf(one, what) ?? 0))
  return (
    <>
      <View className="kept-list__hint">
        <Notice action={<Button onPress={() => to.bind()}>去绑定</Button>}>
          现在只记在这部手机上。绑定身份后，在其他手机上也能看到
        </Notice>
      </View>
      {rows.length === 0 ? <NothingKept what={what} /> : <Rows rows={rows} what={what} />}
    </>
  )
}
