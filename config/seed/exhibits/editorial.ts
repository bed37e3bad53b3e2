/** What the workbench has to do with: a draft, a change under way, a planned publication, something withdrawn, old and broken. */
import { atWallClock, DAY, dayKey } from '@/domain/time'
import type { Content } from '../../../cloudfunctions/exhibit/store/content'
import type { ExhibitDoc } from '../../../cloudfunctions/exhibit/store/exhibits'
import type { VersionDoc } from '../../../cloudfunctions/exhibit/store/versions'
import { buildContent, buildExhibit, buildFile, buildPicture } from '../builders'
import { paragraphs } from './content'
import { displayId, EDITOR, hallOf } from './documents'

const NOTE = '本条是演示内容，用来说明工作台的这一种状态。'

const content = (number: string, title: string, summary: string, ...text: string[]): Partial<Content> => ({
  hallId: hallOf(number),
  number,
  title,
  summary,
  text: paragraphs(...text, NOTE),
})

/** A new exhibit that only the workbench knows. */
const drafted = (at: Date): ExhibitDoc =>
  buildExhibit(
    'display',
    displayId('190'),
    content('190', '企业开放日（演示：起草中）', '', '开放哪些车间、怎样报名，正在和企业商量，商量好再写。'),
    { state: 'draft', changedAt: at, changedBy: EDITOR, history: [{ at, by: EDITOR, what: 'created' }] },
  )

/** A new exhibit that goes out tomorrow at nine by itself. */
const planned = (now: Date, at: Date): ExhibitDoc =>
  buildExhibit(
    'display',
    displayId('490'),
    content(
      '490',
      '怎样写清一个问题（演示：定时发布）',
      '预约链上服务日之前，先用四句话把问题写清楚。',
      '第一句，现在是什么情况。第二句，希望变成什么样。第三句，已经试过哪些办法。第四句，最晚什么时候要有结果。',
    ),
    {
      state: 'draft',
      publishAt: atWallClock(dayKey(now.getTime() + DAY), '09:00'),
      changedAt: at,
      changedBy: EDITOR,
      rev: 2,
      history: [
        { at: new Date(at.getTime() - DAY), by: EDITOR, what: 'created' },
        { at, by: EDITOR, what: 'planned' },
      ],
    },
  )

const withdrawn = (at: Date): ExhibitDoc =>
  buildExhibit(
    'display',
    displayId('390'),
    content(
      '390',
      '上一季路演安排（演示：已撤下）',
      '上一季路演的时间和顺序，活动结束后撤下。',
      '活动已经结束。下一季的安排确定以后，会在“活动”里发布。',
    ),
    {
      state: 'withdrawn',
      changedAt: at,
      changedBy: EDITOR,
      rev: 2,
      history: [
        { at: new Date(at.getTime() - 40 * DAY), by: EDITOR, what: 'published' },
        { at, by: EDITOR, what: 'withdrawn' },
      ],
    },
  )

/** Its picture's file is not in storage: the page goes on without it, and the editor is told. */
const broken = (now: Date, at: Date): ExhibitDoc => {
  const gone = buildFile('cloud://demo/exhibits/290.jpg', { size: 38_000, width: 960, height: 540 })
  const small = buildFile('cloud://demo/exhibits/small/290.jpg', { size: 7_000, width: 320, height: 180 })
  return buildExhibit(
    'display',
    displayId('290'),
    {
      ...content(
        '290',
        '展板正在更新（演示：图片缺失）',
        '这一项的图片暂时打不开，文字照常可以读。',
        '这块展板正在更新。图片没有显示，是为了演示：文件不见了，页面仍然能用，编辑会在工作台收到提醒。',
      ),
      pictures: [buildPicture(gone, small, '展板的照片，文件暂缺')],
    },
    {
      shownAt: at,
      changedAt: at,
      changedBy: EDITOR,
      checkedAt: now,
      broken: ['图片 1'],
      faulty: true,
      history: [{ at, by: EDITOR, what: 'published' }],
    },
  )
}

/** The number of the exhibit whose text an editor is working over, and of the one that nobody has touched for over a year. */
const PENDING = displayId('403')
const STALE = displayId('604')
const STALE_DAYS = 425

const reworked = (exhibit: ExhibitDoc, at: Date): { exhibit: ExhibitDoc; version: VersionDoc } => {
  const live = exhibit.live ?? buildContent()
  const draft = { ...live, text: paragraphs(live.text, '（草稿）补充：清单每周五更新一次，公布在共享点的墙上。') }
  const line = { at, by: EDITOR, what: 'saved' } as const
  return {
    exhibit: buildExhibit(exhibit.kind, exhibit._id, live, {
      shownAt: exhibit.shownAt,
      checkedAt: exhibit.checkedAt,
      draft,
      rev: 2,
      changedAt: at,
      changedBy: EDITOR,
      history: [...exhibit.history, line],
    }),
    version: {
      _id: `${exhibit._id}~1`,
      exhibitId: exhibit._id,
      version: 1,
      content: live,
      at: exhibit.changedAt,
      by: EDITOR,
      what: 'published',
    },
  }
}

/** The exhibits on show with an editor's work around them, and the version that can be brought back. */
export const underEdit = (all: ExhibitDoc[], now: Date): { exhibits: ExhibitDoc[]; versions: VersionDoc[] } => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const versions: VersionDoc[] = []
  const exhibits = all.map((exhibit) => {
    if (exhibit._id === STALE) {
      const at = ago(STALE_DAYS)
      return { ...exhibit, shownAt: at, changedAt: at, history: [{ at, by: EDITOR, what: 'published' as const }] }
    }
    if (exhibit._id !== PENDING) return exhibit
    const pending = reworked(exhibit, ago(1))
    versions.push(pending.version)
    return pending.exhibit
  })
  return {
    exhibits: [...exhibits, drafted(ago(2)), planned(now, ago(3)), withdrawn(ago(20)), broken(now, ago(9))],
    versions,
  }
}
