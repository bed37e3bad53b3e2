import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Checks, Choice } from '@/ui/choice'
import { Segmented } from '@/ui/segmented'
import { SwitchRow } from '@/ui/switch-row'

const options = [
  { value: 'all', words: '全部支部' },
  { value: 'own', words: '只限本支部', note: '其他支部看不到' },
  { value: 'none', words: '暂不公开', disabled: true },
] as const

type Value = (typeof options)[number]['value']

const chosen = (role: 'radio' | 'checkbox') =>
  screen.getAllByRole(role, { checked: true }).map((element) => element.getAttribute('aria-label'))

test('of a choice exactly one is chosen', () => {
  const Page = () => {
    const [value, change] = useState<Value>('all')
    return <Choice label="谁能报名" options={options} value={value} onChange={change} />
  }
  render(<Page />)
  expect(chosen('radio')).toEqual(['全部支部'])
  fireEvent.click(screen.getByRole('radio', { name: '只限本支部，其他支部看不到' }))
  expect(chosen('radio')).toEqual(['只限本支部，其他支部看不到'])
})

test('an option that is out of reach cannot be chosen', () => {
  const picked: string[] = []
  render(<Choice label="谁能报名" options={options} value="all" onChange={(value) => picked.push(value)} />)
  fireEvent.click(screen.getByRole('radio', { name: '暂不公开' }))
  expect(picked).toEqual([])
})

test('checks are put in and taken out one by one', () => {
  const Page = () => {
    const [value, change] = useState<Value[]>(['all'])
    return <Checks label="范围" options={options} value={value} onChange={change} />
  }
  render(<Page />)
  fireEvent.click(screen.getByRole('checkbox', { name: '只限本支部，其他支部看不到' }))
  expect(chosen('checkbox')).toEqual(['全部支部', '只限本支部，其他支部看不到'])
  fireEvent.click(screen.getByRole('checkbox', { name: '全部支部' }))
  expect(chosen('checkbox')).toEqual(['只限本支部，其他支部看不到'])
})

test('an error takes the place of the hint and is read out', () => {
  const frame = { label: '谁能报名', options, value: undefined, onChange: () => undefined, hint: '以后可以改' }
  const { rerender } = render(<Choice {...frame} />)
  expect(screen.getByText('以后可以改')).toBeInTheDocument()
  rerender(<Choice {...frame} error="请选一项" />)
  expect(screen.getByRole('alert')).toHaveTextContent('请选一项')
  expect(screen.queryByText('以后可以改')).toBeNull()
})

test('the view shown is the one marked', () => {
  const Page = () => {
    const [value, change] = useState('next')
    const views = [
      { value: 'next', words: '即将开始' },
      { value: 'past', words: '往期' },
    ]
    return <Segmented label="时间" options={views} value={value} onChange={change} />
  }
  render(<Page />)
  fireEvent.click(screen.getByRole('radio', { name: '往期' }))
  expect(screen.getByRole('radio', { checked: true })).toHaveTextContent('往期')
})

test('the whole row switches', () => {
  const asked: boolean[] = []
  render(<SwitchRow title="长辈版" note="文字更大" checked={false} onChange={(on) => asked.push(on)} />)
  const row = screen.getByRole('switch', { name: '长辈版，文字更大' })
  expect(row).toHaveAttribute('aria-checked', 'false')
  fireEvent.click(row)
  expect(asked).toEqual([true])
})
