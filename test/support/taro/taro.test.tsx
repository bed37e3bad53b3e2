import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Button, Input, Picker, Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { phone } from './phone'

function Counter() {
  const [shown, setShown] = useState(0)
  const [words, setWords] = useState('')
  const { params } = useRouter()
  useDidShow(() => setShown((times) => times + 1))
  usePullDownRefresh(() => setWords('刷新了'))
  return (
    <View>
      <Text>{`第${shown}次显示，编号${params['id']}，${words}`}</Text>
      <Input aria-label="名字" maxlength={4} onInput={(event) => setWords(event.detail.value)} />
      <Button onClick={() => void Taro.navigateTo({ url: `/pages/x/index?w=${words}` })}>前往</Button>
    </View>
  )
}

test('a page reads its parameters, hears its lifecycle, and its typing and navigation are seen', async () => {
  phone.open('pages/x/index', { id: 7 })
  render(<Counter />)
  expect(screen.getByText('第1次显示，编号7，')).toBeInTheDocument()
  await phone.fire('didShow')
  await phone.fire('pullDownRefresh')
  expect(screen.getByText('第2次显示，编号7，刷新了')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('名字'), 'abcdefg')
  await userEvent.click(screen.getByRole('button', { name: '前往' }))
  expect(phone.visits).toEqual([{ by: 'navigateTo', url: '/pages/x/index?w=abcd' }])
})

test('a picker tells its choice as text', async () => {
  const seen: unknown[] = []
  render(
    <Picker mode="selector" range={['甲', '乙']} aria-label="支部" onChange={(event) => seen.push(event.detail.value)}>
      <Text>选择</Text>
    </Picker>,
  )
  await userEvent.selectOptions(screen.getByLabelText('支部'), '乙')
  expect(seen).toEqual(['1'])
})

test('the scanner reads what the test holds before it, and is closed by hand otherwise', async () => {
  phone.scans.push('https://a.example/?c=1')
  await expect(Taro.scanCode({})).resolves.toMatchObject({ result: 'https://a.example/?c=1' })
  await expect(Taro.scanCode({})).rejects.toMatchObject({ errMsg: 'scanCode:fail cancel' })
})

test('storage keeps copies, and refuses what the platform refuses', () => {
  const kept = { list: [1] }
  Taro.setStorageSync('a', kept)
  kept.list.push(2)
  expect(Taro.getStorageSync('a')).toEqual({ list: [1] })
  expect(Taro.getStorageSync('none')).toBe('')
  expect(() => Taro.setStorageSync('b', 'x'.repeat(1024 * 1024))).toThrow('exceed storage item max length')
})

test('a call without network fails as the platform says it', async () => {
  await phone.goOffline()
  await expect(Taro.cloud.callFunction({ name: 'event', data: {} })).rejects.toMatchObject({
    errMsg: 'cloud.callFunction:fail request:fail',
  })
  phone.cloud = (name, data) => Promise.resolve({ ok: true, data: [name, data] })
  await phone.goOnline()
  await expect(Taro.cloud.callFunction({ name: 'event', data: { action: 'list' } })).resolves.toMatchObject({
    result: { ok: true, data: ['event', { action: 'list' }] },
  })
})
