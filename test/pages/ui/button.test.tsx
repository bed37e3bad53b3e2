import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { Button } from '@/ui/button'
import { Pressable } from '@/ui/pressable'

/** An action that stays open until the test ends it. */
function openEnded() {
  let end: () => void = () => undefined
  let runs = 0
  const action = () => {
    runs += 1
    return new Promise<void>((resolve) => {
      end = resolve
    })
  }
  return { action, runs: () => runs, end: () => act(async () => end()) }
}

test('a button runs its action once, however often it is pressed while that is under way', async () => {
  const work = openEnded()
  render(<Button onPress={work.action}>报名</Button>)
  const button = screen.getByRole('button', { name: '报名' })
  fireEvent.click(button)
  fireEvent.click(button)
  expect(button).toHaveAttribute('aria-disabled', 'true')
  fireEvent.click(button)
  expect(work.runs()).toBe(1)
  await work.end()
})

test('a button can be pressed again once its action has ended', async () => {
  const work = openEnded()
  render(<Button onPress={work.action}>报名</Button>)
  const button = screen.getByRole('button')
  fireEvent.click(button)
  await work.end()
  expect(button).not.toHaveAttribute('aria-disabled', 'true')
  fireEvent.click(button)
  expect(work.runs()).toBe(2)
  await work.end()
})

test('a disabled button does nothing', () => {
  const pressed: string[] = []
  render(
    <Button disabled onPress={() => pressed.push('once')}>
      名额已满
    </Button>,
  )
  fireEvent.click(screen.getByRole('button', { name: '名额已满' }))
  expect(pressed).toEqual([])
})

test('a button that works from outside says so and cannot be pressed', () => {
  const pressed: string[] = []
  render(
    <Button working onPress={() => pressed.push('once')}>
      正在提交
    </Button>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toEqual([])
  expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true')
})

test('a button that fails can be pressed again', async () => {
  const outcomes: string[] = []
  const refuse = async () => {
    outcomes.push('tried')
    await Promise.reject(new Error('refused')).catch(() => outcomes.push('failed'))
  }
  render(<Button onPress={refuse}>重试</Button>)
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(screen.getByRole('button')).not.toHaveAttribute('aria-disabled', 'true'))
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(outcomes).toEqual(['tried', 'failed', 'tried', 'failed']))
})

test('without an action nothing is written as "undefined" on the element', () => {
  render(<Pressable label="关闭" />)
  expect(screen.getByRole('button', { name: '关闭' })).not.toHaveAttribute('id')
})
