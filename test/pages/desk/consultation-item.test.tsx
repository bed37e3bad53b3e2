import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { atWallClock } from '@/domain/time'
import { timers } from '../../../cloudfunctions/consultation/timers'
import { buildEnterprise } from '../../../config/seed/enterprise-builders'
import ConsultationItemPage from '@/pages/desk/consultation-item'
import { choose, openService, press, says } from '../../support/asking'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { raise, staff } from '../../support/park'
import { DAY_ID, stored } from '../../support/service'
import { phone } from '../../support/taro/phone'
import { bookAnna, once, onSaturday, past, QUESTION, sheet, stands, typeInto } from '../../support/working'

const enterpriseName = buildEnterprise(1).name
let id = ''
beforeEach(async () => {
  await openService()
  id = await bookAnna()
  onSaturday('09:25')
})

const open = (openid = 'anna') => {
  holdPhone(openid)
  phone.open('pages/desk/consultation-item/index', { consultationId: id })
  return render(<ConsultationItemPage />)
}
const isOffered = (name: string | RegExp) => screen.queryByRole('button', { name }) !== null

test('beforehand: the prep sheet, and what can be done now', async () => {
  open()
  expect((await screen.findAllByText(QUESTION)).length).toBeGreaterThan(0)
  expect(screen.getByText(enterpriseName)).toBeInTheDocument()
  expect(screen.getByText('今天 11月28日 9:30–10:00')).toBeInTheDocument()
  expect(screen.getByText('负责人 演示安娜（税务志愿者）')).toBeInTheDocument()
  expect(isOffered('企业已到场')).toBe(true)
  expect(isOffered('答复企业')).toBe(false)
  expect(isOffered(/^企业未到场/)).toBe(false)
})

test('arrived, begun, and the outcome in four taps: write, template, send', async () => {
  open()
  await press('企业已到场')
  await press('开始咨询')
  await press('写咨询结果')
  const writing = await sheet('咨询结果')
  expect(writing.getByRole('radio', { name: '已答复' })).toBeChecked()
  await userEvent.click(writing.getByRole('button', { name: '套用：政策讲清了' }))
  await userEvent.click(writing.getByRole('button', { name: '提交结果' }))
  expect(await says('待企业确认')).toBeInTheDocument()
  expect(phone.toasts.at(-1)).toBe('结果已写好，企业看得到')
  const { state, outcome } = await stands(id)
  expect([state, outcome]).toEqual(['answered', 'answered'])
})

test('an outcome without words is held back, and what was typed is still there after leaving', async () => {
  const { unmount } = open()
  await press(/^写咨询结果/)
  await userEvent.click((await sheet('咨询结果')).getByRole('button', { name: '提交结果' }))
  expect(screen.getByText('请写一句说明，或点下面的常用语')).toBeInTheDocument()
  await choose('由我跟进')
  await typeInto('说明', '需要核实研发费用口径')
  unmount()
  open()
  await press(/^写咨询结果/)
  expect(await screen.findByRole('radio', { name: '由我跟进' })).toBeChecked()
  expect(screen.getByRole('textbox', { name: '说明' })).toHaveValue('需要核实研发费用口径')
})

test('followed up by me: a template brings the next step and the days; the server says the date', async () => {
  open()
  await press(/^写咨询结果/)
  await choose('由我跟进')
  await press('套用：要核实政策')
  await press('提交结果')
  expect(await says('下一步：向主管部门核实后答复')).toBeInTheDocument()
  expect(screen.getByText('12月2日 周三前完成')).toBeInTheDocument()
  expect((await stands(id)).state).toBe('open')
})

test('a problem of the chain keeps its kind and its statement', async () => {
  open()
  await press(/^写咨询结果/)
  await choose('列入问题清单')
  await choose('物流堵点')
  await press('套用：要多家协调')
  await press('提交结果')
  expect(await says('问题清单')).toBeInTheDocument()
  expect((await stands(id)).problem).toEqual({ kind: 'logistics', statement: QUESTION })
})

test('handed over with the outcome: somebody has to be chosen, and is asked', async () => {
  open()
  await press(/^写咨询结果/)
  await choose('转交他人')
  await press('套用：换更熟悉的人')
  await press('提交结果')
  expect(await says('请选择请谁接手')).toBeInTheDocument()
  expect(screen.getByText('请写明原因，对方和队长看得到')).toBeInTheDocument()
  await choose(/^演示伯特/)
  await press('套用：对方更熟悉这个主题')
  await press('提交结果')
  expect(await says(/已请演示伯特接手，等对方答复$/)).toBeInTheDocument()
  expect((await stands(id)).transfer).toMatchObject({ to: { id: 'm-bert' }, reason: '对方更熟悉这个主题' })
})

const followUp = () =>
  past(
    'anna',
    'consultation.conclude',
    once({ consultationId: id, outcome: 'followUp', words: '跟进', nextStep: '核实政策', dueDays: 3 }),
  )

test('asking for material stops the clock, which is said', async () => {
  await followUp()
  open()
  await press(/^请企业补充材料/)
  const asking = await sheet('请企业补充材料')
  await userEvent.click(asking.getByRole('button', { name: '套用：营业执照' }))
  await userEvent.click(asking.getByRole('button', { name: '发给企业' }))
  expect(await says(/^等企业回复/)).toBeInTheDocument()
  expect((await stands(id)).waitingSince).not.toBeNull()
})

test('the next step is planned in working days, and the answer waits for the enterprise', async () => {
  await followUp()
  open()
  await press(/^安排下一步/)
  await press('套用：约上门')
  await press('定下来')
  expect(await says('下一步：约时间上门查看')).toBeInTheDocument()
  expect(phone.toasts.at(-1)).toBe('下一步已定：12月4日 周五前完成')
  await press('答复企业')
  await typeInto('答复内容', '已核实，可以加计扣除')
  await press('发出答复')
  expect(await says('待企业确认')).toBeInTheDocument()
  expect((await stands(id)).state).toBe('answered')
})

test('words to the enterprise are sent once and stand in the talk', async () => {
  open()
  await typeInto('留言', '请带上研发台账')
  await press('发送留言')
  await waitFor(() => expect(screen.getByRole('textbox', { name: '留言' })).toHaveValue(''))
  expect(screen.getByText('请带上研发台账')).toBeInTheDocument()
})

describe('changes of hands', () => {
  test('handing on needs a person and a reason; who knows the topic is asked without more', async () => {
    await followUp()
    open()
    await press(/^转交给其他队员/)
    await press('请对方接手')
    expect(await says('请选择请谁接手')).toBeInTheDocument()
    expect(screen.getByText('请写明原因，对方和队长看得到')).toBeInTheDocument()
    await choose(/^演示伯特/)
    await press('套用：对方更熟悉这个主题')
    await press('请对方接手')
    expect(await says(/已请演示伯特接手，等对方答复$/)).toBeInTheDocument()
    expect((await stands(id)).transfer).toMatchObject({ override: false, reason: '对方更熟悉这个主题' })
  })

  test('against the match: it has to be switched on, with a reason of its own', async () => {
    await raise('carl', [{ role: 'specialist', scope: 'team', scopeId: 'team-01' }])
    const { buildSpecialist } = await import('../../../config/seed/service-builders')
    await cloud.put('specialists', buildSpecialist('m-carl', { name: '演示卡尔', topics: ['logistics'] }))
    await followUp()
    open()
    await press(/^转交给其他队员/)
    await choose(/^演示卡尔.*不专攻税务/)
    await press('请对方接手')
    expect(await says('这位队员不专攻这个主题，确定要转交请打开“仍然转交”')).toBeInTheDocument()
    expect(screen.getByText('请写明原因，对方和队长看得到')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('switch', { name: /^仍然转交/ }))
    await typeInto('转交原因', '企业同时问到运输')
    await press('请对方接手')
    await waitFor(() => expect(phone.toasts).toEqual(['已请演示卡尔接手，等对方答复']))
    expect((await stands(id)).transfer).toMatchObject({ override: true, reason: '企业同时问到运输' })
  })

  test('what was asked can be taken back, and somebody else asked', async () => {
    await followUp()
    await past('anna', 'consultation.transfer', { consultationId: id, to: 'm-bert', reason: '对方更熟悉' })
    open()
    expect(await says('周三 9:00 前没有答复，自动取消')).toBeInTheDocument()
    expect(isOffered(/^转交给其他队员/)).toBe(false)
    await press(/^撤回转交/)
    expect(await screen.findByRole('button', { name: /^转交给其他队员/ })).toBeInTheDocument()
    expect(phone.toasts).toEqual(['已撤回转交'])
    expect((await stands(id)).transfer).toBeNull()
  })

  test('who is asked sees who, when and the topic, and takes it over or not', async () => {
    await followUp()
    await past('anna', 'consultation.transfer', { consultationId: id, to: 'm-bert', reason: '对方更熟悉' })
    open('bert')
    expect(await says('接手以后可以看到内容')).toBeInTheDocument()
    expect(screen.queryByText(QUESTION)).not.toBeInTheDocument()
    expect(isOffered(/^不接手/)).toBe(true)
    await press('接手这件事')
    expect((await screen.findAllByText(QUESTION)).length).toBeGreaterThan(0)
    expect((await stands(id)).ownerId).toBe('m-bert')
  })

  test('declining leaves it where it was, with the reason', async () => {
    await followUp()
    await past('anna', 'consultation.transfer', { consultationId: id, to: 'm-bert', reason: '对方更熟悉' })
    open('bert')
    await press(/^不接手/)
    await press('确认不接手')
    await waitFor(() => expect(phone.toasts).toEqual(['已告诉对方您不接手']))
    expect((await stands(id)).transfer).toBeNull()
    expect((await stands(id)).ownerId).toBe('m-anna')
  })
})

test('the team’s leader sees all of it and may act', async () => {
  open('leader')
  expect((await screen.findAllByText(QUESTION)).length).toBeGreaterThan(0)
  await press('企业已到场')
  await waitFor(() => expect(phone.toasts).toEqual(['已到场']))
  expect((await stands(id)).state).toBe('arrived')
})

test('staff see the outline; looking takes a reason, and is said beforehand to be logged and shown', async () => {
  await raise('staff', [staff])
  open('staff')
  expect(await says('只显示概要')).toBeInTheDocument()
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument()
  expect(isOffered('企业已到场')).toBe(false)
  await press('登记原因后查看内容')
  expect(
    screen.getByText(`您的姓名、时间和原因会写入操作日志，${enterpriseName}也会收到通知并看到。`),
  ).toBeInTheDocument()
  await press('登记并查看')
  expect(await says('请写明为什么要看')).toBeInTheDocument()
  await press('套用：核查超期事项')
  await press('登记并查看')
  expect((await screen.findAllByText(QUESTION)).length).toBeGreaterThan(0)
  expect((await stands(id)).looks.map(({ reason }) => reason)).toEqual(['核查超期事项'])
})

test('a no-show is asked about before it is recorded', async () => {
  onSaturday('09:45')
  open()
  await press(/^企业未到场/)
  await press('登记未到场')
  await waitFor(() => expect(phone.toasts).toEqual(['未到场']))
  expect((await stands(id)).state).toBe('noShow')
})

test('arrived by mistake: the no-show is still there to be recorded', async () => {
  onSaturday('09:45')
  await past('anna', 'consultation.mark', { consultationId: id, as: 'arrived' })
  open()
  await press(/^企业未到场/)
  await press('登记未到场')
  await waitFor(async () => expect((await stands(id)).state).toBe('noShow'))
})

test('what lost its slot waits for the enterprise, and can be settled by phone', async () => {
  cloud.setNow(atWallClock('2026-11-27', '10:00'))
  const rev = stored.day()?.rev
  await past('leader', 'service.cancelDay', { serviceDayId: DAY_ID, rev, reason: '台风停课停工' })
  open()
  expect(await says(/^等企业重新选时段，暂不计时/)).toBeInTheDocument()
  await press(/^写咨询结果 电话里谈妥了/)
  const writing = await sheet('咨询结果')
  await userEvent.click(writing.getByRole('button', { name: '套用：政策讲清了' }))
  await userEvent.click(writing.getByRole('button', { name: '提交结果' }))
  await waitFor(async () => expect((await stands(id)).state).toBe('answered'))
})

test('another specialist of the team finds nothing', async () => {
  open('bert')
  expect(await says('这件事只有负责人、队长和企业能看')).toBeInTheDocument()
})

test('who serves nowhere is told whose page it is', async () => {
  open('contact-2')
  expect(await says('这里供服务小分队和党委工作人员使用')).toBeInTheDocument()
})

test('an enterprise that does not answer: what can be done, and closing it with how it was tried to reach it', async () => {
  await past('anna', 'consultation.conclude', once({ consultationId: id, outcome: 'answered', words: '已当面答复' }))
  for (const day of ['2026-12-02', '2026-12-07', '2026-12-09', '2026-12-21']) {
    cloud.setNow(atWallClock(day, '09:00'))
    await timers['sweep']?.(atWallClock(day, '09:00'))
  }
  open()
  expect(await says('提醒两次，企业仍没有答复')).toBeInTheDocument()
  expect(
    screen.getByText('等企业确认，暂不计时 · 已等 16 个工作日 · 已提醒 2 次 · 可按“未反馈”办结'),
  ).toBeInTheDocument()
  await press(/^按“未反馈”办结/)
  const closing = await sheet('按“未反馈”办结')
  await userEvent.click(closing.getByRole('button', { name: '套用：打过电话' }))
  await userEvent.click(closing.getByRole('button', { name: '办结' }))
  await waitFor(async () => expect((await stands(id)).state).toBe('closed'))
  expect(await says('已办结')).toBeInTheDocument()
})
