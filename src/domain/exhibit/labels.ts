import type { Contracts } from '../contracts'
import type { Words } from '../labels'
import type { FigureKind } from '../media'
import type {
  ChangeKind,
  DeskFilter,
  DraftProblem,
  ExhibitKind,
  ExhibitState,
  Face,
  HallId,
  Mode,
  StoryLength,
  Theme,
} from './rules'

export const exhibitKindLabels: Record<ExhibitKind, string> = {
  hall: '展厅',
  display: '展项',
  story: '党建故事',
  milestone: '大事记',
}

export const exhibitStateLabels: Record<ExhibitState, string> = {
  draft: '未发布',
  published: '已发布',
  withdrawn: '已撤下',
}

/** The names by which the halls are known; an editor may word the title of the page differently. */
export const hallLabels: Record<HallId, string> = {
  h1: '发展展示区',
  h2: '科技成果展示区',
  h3: '党建成果展示区',
  h4: '多功能服务室',
  h5: '多屏互动电教室',
  h6: 'VR党建电教室',
  h7: '智慧党建书吧',
  h8: '党史长廊',
}

export const themeLabels: Record<Theme, string> = {
  faith: '信念',
  craft: '匠心',
  service: '服务',
  innovation: '创新',
  party: '党的历程',
  nation: '国家发展',
  zone: '园区足迹',
}

export const lengthLabels: Record<StoryLength, string> = {
  short: '3 分钟内',
  medium: '3–10 分钟',
  long: '10 分钟以上',
}

export const modeLabels: Record<Mode, string> = { read: '阅读', listen: '听讲解', large: '大字' }

export const faceLabels: Record<Face, string> = {
  front: '前',
  right: '右',
  back: '后',
  left: '左',
  up: '上',
  down: '下',
}

export const figureKindLabels: Record<FigureKind, string> = { number: '大数字', bars: '条形图', steps: '步骤' }

export const deskFilterLabels: Record<DeskFilter, string> = {
  drafts: '有草稿',
  scheduled: '待定时发布',
  published: '已发布',
  withdrawn: '已撤下',
  stale: '一年未更新',
  broken: '媒体缺失',
}

export const draftProblemLabels: Record<DraftProblem, string> = {
  numberMissing: '请填写三位展项编号，首位是展厅号',
  numberOfAnotherHall: '编号的首位要与所在展厅一致',
  dateMissing: '请填写日期，可以只填年份或年月',
  themeMissing: '请选择主题',
  summaryMissing: '请用一两句话写简介',
  textMissing: '请填写正文',
  alternativeMissing: '每张图片都要有文字说明，供看不见图片的人听',
  transcriptMissing: '音频要配文字稿',
  captionsMissing: '视频要配字幕',
  cuesOutOfOrder: '文字稿的时间要从小到大，且不超过总时长',
  figureEmpty: '图表至少要有一项数字',
  panoramaIncomplete: '全景要有前后左右上下六张图',
}

/** Lines of an exhibit's history. */
export const changeLabels: Record<ChangeKind, string> = {
  created: '新建',
  saved: '保存草稿',
  published: '发布',
  planned: '定时发布',
  unplanned: '取消定时',
  dropped: '定时未能发布',
  withdrawn: '撤下',
  restored: '恢复旧版本',
  discarded: '放弃草稿',
  ordered: '调整顺序',
}

export const exhibitRefusals: Words<Contracts['exhibit']> = {
  numberUnknown: '没有这个编号的展项，请核对墙上的三位数字',
  fileUnusable: '有文件没有传好，请重新上传后再保存',
  pictureTooSmall: '有图片太小，手机上会看不清，请换一张更清晰的',
  textRisky: '内容未通过安全检查，请修改后再提交',
  linkUnknown: '关联的活动或党支部不存在，请重新选择',
  numberTaken: ({ title }) => (title ? `这个编号已被“${title}”使用，请换一个` : '这个编号已被别的展项使用，请换一个'),
  changedMeanwhile: '内容刚被其他人修改过，请刷新后再改',
  draftIncomplete: ({ problem }) => draftProblemLabels[problem as DraftProblem] ?? '内容还不完整，请按提示补齐后再发布',
  timePassed: '定时发布的时间已经过去，请选择以后的时间',
  hallStays: '展厅不能撤下，可以修改它的内容',
  versionGone: '这个版本已经清理，不能恢复',
  orderIncomplete: '排序里缺少展项，请刷新后再排',
}
