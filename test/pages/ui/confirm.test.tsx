import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Button } from '@/ui/button'
import { useConfirm } from '@/ui/use-confirm'

function Page({ told }: { told: (answer: boolean) => void }) {
  const { ask, sheet } = useConfirm()
  const press = async () =>
    told(await ask({ title: '取消报名', words: '你的名额会马上让给候补的人。', yes: '取消报名', danger: true }))
  return (
    <>
      <Button onPress={press}>不去了</Button>
      {sheet}
    </>
  )
}

const open = () => {
  const answers: boolean[] = []
  render(<Page told={(answer) => answers.push(answer)} />)
  fireEvent.click(screen.getByRole('button', { name: '不去了' }))
  return answers
}

test('the question says what is lost before anything is done', () => {
  const answers = open()
  expect(screen.getByRole('dialog', { name: '取消报名' })).toHaveTextContent('你的名额会马上让给候补的人。')
  expect(answers).toEqual([])
})

test.each([
  { press: '取消报名', answer: true },
  { press: '再想想', answer: false },
  { press: '关闭', answer: false },
])('pressing $press answers $answer and closes the question', async ({ press, answer }) => {
  const answers = open()
  fireEvent.click(screen.getByRole('button', { name: press }))
  await waitFor(() => expect(answers).toEqual([answer]))
  expect(screen.queryByRole('dialog')).toBeNull()
})
