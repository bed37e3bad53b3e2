import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { buildEvent, buildMember, buildRegistration } from '../../../config/seed/builders'
import { buildJob } from '../../../config/seed/document-builders'
import DocumentsPage from '@/pages/desk/documents'
import OutreachPage from '@/pages/desk/enterprise-outreach'
import RosterPage from '@/pages/desk/event-roster'
import FigureServicePage from '@/pages/desk/figure-service'
import { makeDocumentsBuilt } from '../../support/built-documents'
import { cloud } from '../../support/cloud'
import { holdPhone } from '../../support/hold-phone'
import { branch, HOUR, NOW, raise, secretaryOf } from '../../support/park'
import { phone } from '../../support/taro/phone'

jest.setTimeout(60_000)

const event = buildEvent('EV0001', branch, new Date(NOW.getTime() + HOUR), { title: '演示主题党日' })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await cloud.put('events', event)
  await cloud.put('members', buildMember('m-1', '演示党员01', branch), buildMember('m-2', '演示党员02', branch))
  await cloud.put('registrations', buildRegistration(event, 'm-1'), buildRegistration(event, 'm-2'))
  holdPhone('secretary')
  makeDocumentsBuilt('secretary')
})

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const opened = () => phone.calls.filter(({ name }) => name === 'openDocument')

describe('the export on a page', () => {
  const open = () => {
    phone.open('pages/desk/event-roster/index', { eventId: 'EV0001' })
    render(<RosterPage />)
  }

  test('shows how far it is in its place, opens the file as a sheet, and opens it again', async () => {
    open()
    await press('导出名单（Excel）')
    expect(await screen.findByRole('img', { name: /^文件生成进度 / })).toBeInTheDocument()
    expect(await screen.findByText(/^已生成，共 2 行，\d+ KB，可下载 24 小时$/)).toBeInTheDocument()
    await waitFor(() => expect(opened()).toHaveLength(1))
    expect(opened()[0]?.options).toMatchObject({ fileType: 'xlsx' })
    await press('打开文件')
    await waitFor(() => expect(opened()).toHaveLength(2))
    expect(await cloud.all('jobs')).toHaveLength(1)
    await press('导出的文件')
    expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/documents/index' }])
  })

  test('waits for the network in the middle, and goes on', async () => {
    open()
    await screen.findByRole('button', { name: '导出名单（Excel）' })
    const reach = phone.cloud
    let calls = 0
    phone.cloud = (name, data) => {
      const gone = name === 'document' && ++calls > 1 && calls < 4
      return gone ? Promise.reject(new Error('request:fail')) : reach(name, data)
    }
    await press('导出名单（Excel）')
    expect(await screen.findByText('网络不通，恢复后会接着生成')).toBeInTheDocument()
    expect(await screen.findByText(/^已生成，共 2 行/, {}, { timeout: 15_000 })).toBeInTheDocument()
    expect(screen.queryByText('网络不通，恢复后会接着生成')).not.toBeInTheDocument()
  })

  test('asks nothing while nobody looks', async () => {
    open()
    await press('导出名单（Excel）')
    await phone.fire('didHide')
    await act(() => new Promise<void>((go) => setTimeout(go, 1500)))
    const asked = phone.calls.length
    await act(() => new Promise<void>((go) => setTimeout(go, 1500)))
    expect(phone.calls).toHaveLength(asked)
    await phone.fire('didShow')
    expect(await screen.findByText(/^已生成，共 2 行/)).toBeInTheDocument()
  })

  test('says why it is not begun, and can be tried again', async () => {
    const open5 = Array.from({ length: 5 }, (_, at) => buildJob(`JOB0${at}`, 'm-secretary', NOW))
    await cloud.put('jobs', ...open5)
    open()
    await press('导出名单（Excel）')
    expect(await screen.findByText('您已有 5 份文件正在生成，请等其中一份完成后再导出')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '导出名单（Excel）' })).toBeEnabled()
  })

  test('of one that failed says so and begins anew', async () => {
    open()
    await press('导出名单（Excel）')
    await screen.findByText('可以先做别的，生成后会通知您')
    const { default: sdk } = await import('wx-server-sdk')
    sdk.init({})
    await sdk
      .database()
      .collection('jobs')
      .where({ owner: 'm-secretary' })
      .update({ data: { state: 'failed' } })
    expect(await screen.findByText('文件没有生成，请再导出一次')).toBeInTheDocument()
    await press('导出名单（Excel）')
    expect(await screen.findByText(/^已生成，共 2 行/)).toBeInTheDocument()
  })
})

describe('the page of files', () => {
  const open = () => {
    phone.open('pages/desk/documents/index')
    render(<DocumentsPage />)
  }
  const ended = { gathered: true, finishedAt: NOW, seenAt: NOW }

  test('without files says where they come from, and leads back', async () => {
    open()
    expect(await screen.findByText('还没有导出过文件')).toBeInTheDocument()
    await press('回工作台')
    expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/desk/home/index' }])
  })

  test('goes on with one that was left, and opens it when asked', async () => {
    await cloud.put('jobs', buildJob('JOBLEFT', 'm-secretary', NOW, { target: { branchIds: [branch._id] } }))
    open()
    expect(await screen.findByText(/已生成/, {}, SLOW)).toBeInTheDocument()
    expect(opened()).toHaveLength(0)
    await press('打开文件：活动名单·演示主题党日')
    await waitFor(() => expect(opened()).toHaveLength(1))
  })

  test('lets one that failed or has expired be made anew', async () => {
    const failed = buildJob('JOBFAILED', 'm-secretary', NOW, { ...ended, state: 'failed', title: '活动名单·失败的' })
    const old = new Date(NOW.getTime() - 26 * HOUR)
    const expired = buildJob('JOBEXPIRED', 'm-secretary', old, { ...ended, state: 'expired', title: '活动名单·过期的' })
    await cloud.put('jobs', failed, expired)
    open()
    expect(await screen.findByText(/^没有生成成功，可以再导出一次/)).toBeInTheDocument()
    expect(screen.getByText('文件只保留 24 小时，已经删除，需要时重新导出')).toBeInTheDocument()
    expect(screen.getByText('已过期')).toBeInTheDocument()
    await press('重新导出：活动名单·失败的')
    await waitFor(() => expect(opened()).toHaveLength(1))
    expect(await cloud.all('jobs')).toHaveLength(3)
  })

  test('shows nobody else’s', async () => {
    await cloud.put('jobs', buildJob('JOBOTHER', 'm-other', NOW, { title: '别人的名单' }))
    open()
    expect(await screen.findByText('还没有导出过文件')).toBeInTheDocument()
    expect(screen.queryByText('别人的名单')).not.toBeInTheDocument()
  })

  test('says what is wrong when it cannot be read, and tries again', async () => {
    const reach = phone.cloud
    phone.cloud = (name, data) => (name === 'document' ? Promise.reject(new Error('request:fail')) : reach(name, data))
    open()
    expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
    phone.cloud = reach
    await press('再试一次')
    expect(await screen.findByText('还没有导出过文件')).toBeInTheDocument()
  })
})

/** Several files one after the other, on a machine that does other things besides. */
const SLOW = { timeout: 20_000 }

describe('the service’s pages', () => {
  const jobs = async () =>
    (await cloud.all<{ kind: string; params: object; state: string }>('jobs')).map(({ kind, params }) => ({
      kind,
      params,
    }))
  const asLeader = async () => {
    await raise('leader', [{ role: 'teamLeader', scope: 'team', scopeId: 'team-01' }])
    holdPhone('leader')
    makeDocumentsBuilt('leader')
  }

  test('let a leader take away their team’s figures and consultations of the months on the page', async () => {
    await asLeader()
    phone.open('pages/desk/figure-service/index')
    render(<FigureServicePage />)
    await press('导出统计表（Excel）')
    expect(await screen.findByText(/^已生成，共 \d+ 行/, {}, SLOW)).toBeInTheDocument()
    await press('导出咨询台账（Excel）')
    await waitFor(async () => expect(await jobs()).toHaveLength(2))
    const months = { teamId: 'team-01', fromMonth: '2026-10', toMonth: '2026-12' }
    const byKind = (await jobs()).sort((a, b) => (a.kind < b.kind ? -1 : 1))
    expect(byKind).toEqual([
      { kind: 'consultations', params: months },
      { kind: 'figures', params: { ...months, by: expect.any(String) as string } },
    ])
    await waitFor(() => expect(opened()).toHaveLength(2), SLOW)
  })

  test('let staff take away everybody’s visits of a year', async () => {
    await raise('staff', [{ role: 'staff', scope: 'zone', scopeId: '' }])
    holdPhone('staff')
    makeDocumentsBuilt('staff')
    phone.open('pages/desk/enterprise-outreach/index')
    render(<OutreachPage />)
    await userEvent.click(await screen.findByRole('radio', { name: '已走访' }))
    await press('导出近一年走访（Excel）')
    expect(await screen.findByText(/^已生成，共 0 行/)).toBeInTheDocument()
    expect(await jobs()).toEqual([{ kind: 'outreach', params: { fromMonth: '2025-12', toMonth: '2026-11' } }])
  })
})
