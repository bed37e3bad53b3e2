import { Text, View } from '@tarojs/components'
import { changeLabels, draftProblemLabels, exhibitStateLabels } from '@/domain/exhibit/labels'
import type { ExhibitKind } from '@/domain/exhibit/rules'
import { sayWhen } from '@/domain/time'
import { useCall } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { StateTag } from '@/ui/state-tag'
import { missingOf } from './exhibit-check'
import type { DraftState, Exhibit } from './exhibit-draft'
import './exhibit-draft.scss'

export interface ExhibitSideProps {
  kind: ExhibitKind
  state: DraftState
  now: number
  on: SideActions
}

/** What else can be done with an exhibit. */
export interface SideActions {
  preview: () => void
  order: () => void
  unschedule: () => Promise<void>
  withdraw: () => Promise<void>
  discard: () => Promise<void>
  restore: (version: number, at: number) => Promise<void>
}

/** Beside the form: where it stands, what is missing, what else can be done, and what stood before. */
export function ExhibitSide({ kind, state, now, on }: ExhibitSideProps) {
  const { thing } = state
  return (
    <View>
      <SectionTitle>状态</SectionTitle>
      <Standing thing={thing} now={now} />
      <Missing kind={kind} state={state} />
      {thing && (
        <>
          <SectionTitle>更多</SectionTitle>
          <Card flush>
            <ListRow icon="eye" title="预览" note="访客看到的样子" onPress={on.preview} />
            {kind === 'hall' && <ListRow icon="list" title="展项排序" note="拖动调整先后" onPress={on.order} />}
          </Card>
          <Undoing kind={kind} thing={thing} on={on} />
          <Openings exhibitId={thing.id} />
          <History thing={thing} now={now} onRestore={on.restore} />
        </>
      )}
    </View>
  )
}

/** Where it stands for the public, and whether there is something newer here. */
function Standing({ thing, now }: { thing: Exhibit | null; now: number }) {
  if (!thing) {
    return (
      <Card>
        <StateTag tone="quiet" words="还没有保存" />
      </Card>
    )
  }
  const { state, hasDraft, publishAt, changedAt, changedBy, broken } = thing
  const tone = { draft: 'quiet', published: 'good', withdrawn: 'bad' } as const
  return (
    <Card>
      <View className="exhibit-draft__tags">
        <StateTag tone={tone[state]} words={exhibitStateLabels[state]} />
        {publishAt !== null && <StateTag tone="info" words={`定时 ${sayWhen(publishAt, now)}`} />}
        {publishAt === null && hasDraft && state !== 'draft' && <StateTag tone="wait" words="有草稿" />}
      </View>
      <Text className="exhibit-draft__line">{`${sayWhen(changedAt, now)} ${changedBy}修改`}</Text>
      {broken.length > 0 && (
        <View className="exhibit-draft__above">
          <Notice tone="bad" title="有媒体打不开">
            {broken.join('、')}，请重新上传；页面其余内容仍然可以看
          </Notice>
        </View>
      )}
    </Card>
  )
}

/** What is missing before it can go out. */
function Missing({ kind, state }: { kind: ExhibitKind; state: DraftState }) {
  const missing = missingOf(kind, state.form)
  return (
    <>
      <SectionTitle>发布前还差</SectionTitle>
      <Card>
        {missing.length === 0 ? (
          <View className="exhibit-draft__check">
            <Icon name="check" className="exhibit-draft__good" />
            <Text className="exhibit-draft__check-words">都齐了，可以发布</Text>
          </View>
        ) : (
          missing.map((problem) => (
            <View key={problem} className="exhibit-draft__check">
              <Icon name="warning" className="exhibit-draft__wait" />
              <Text className="exhibit-draft__check-words">{draftProblemLabels[problem]}</Text>
            </View>
          ))
        )}
      </Card>
    </>
  )
}

/** Whatever takes something back; a hall stays. */
function Undoing({ kind, thing, on }: { kind: ExhibitKind; thing: Exhibit; on: SideActions }) {
  const { state, hasDraft, publishAt } = thing
  const never = state === 'draft'
  return (
    <View className="exhibit-draft__undo exhibit-draft__stack">
      {publishAt !== null && (
        <Button icon="clock" onPress={on.unschedule}>
          取消定时发布
        </Button>
      )}
      {(hasDraft || never) && (
        <Button kind="danger" icon="trash" onPress={on.discard}>
          {never ? '删除这个草稿' : '放弃草稿'}
        </Button>
      )}
      {state === 'published' && kind !== 'hall' && (
        <Button kind="danger" onPress={on.withdraw}>
          从展馆撤下
        </Button>
      )}
    </View>
  )
}

/** How often it was opened, by month. */
function Openings({ exhibitId }: { exhibitId: string }) {
  const openings = useCall('exhibit.openings', { exhibitId })
  if (!openings.data) return null
  const { total, months } = openings.data
  return (
    <>
      <SectionTitle note="仅统计次数，不记录个人">打开次数</SectionTitle>
      <Card flush>
        <ListRow title="总共" value={`${total} 次`} />
        {[...months]
          .slice(-3)
          .reverse()
          .map(({ month, count }) => (
            <ListRow
              key={month}
              title={month.replace('-', ' 年 ').replace(/年 0?/, '年 ') + ' 月'}
              value={`${count} 次`}
            />
          ))}
      </Card>
    </>
  )
}

interface HistoryProps {
  thing: Exhibit
  now: number
  onRestore: SideActions['restore']
}

/** What stood before, and the way back to it. */
function History({ thing, now, onRestore }: HistoryProps) {
  if (thing.history.length === 0) return null
  return (
    <>
      <SectionTitle note="恢复后成为草稿，发布前访客看不到">历史</SectionTitle>
      <Card flush>
        {thing.history.map(({ version, at, by, what }) => (
          <ListRow
            key={`${version}-${at}`}
            title={changeLabels[what]}
            note={`${sayWhen(at, now)} ${by}`}
            trailing={
              <Button
                compact
                kind="link"
                label={`恢复为草稿：${sayWhen(at, now)}${changeLabels[what]}的版本`}
                onPress={() => onRestore(version, at)}
              >
                恢复为草稿
              </Button>
            }
          />
        ))}
      </Card>
    </>
  )
}
