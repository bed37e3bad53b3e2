import { FairQueue } from '../../config/local-cloud/functions/queue'

function drained(fill: (queue: FairQueue<string>) => void): string[] {
  const queue = new FairQueue<string>()
  fill(queue)
  return queue.drain()
}

it('keeps the order of one caller', () => {
  const order = drained((queue) => ['a1', 'a2', 'a3'].forEach((item) => queue.push(item, 'f', 'a')))
  expect(order).toEqual(['a1', 'a2', 'a3'])
})

it('gives callers of a function turns', () => {
  const order = drained((queue) => {
    for (const item of ['a1', 'a2', 'a3']) queue.push(item, 'f', 'a')
    for (const item of ['b1', 'b2']) queue.push(item, 'f', 'b')
    queue.push('c1', 'f', 'c')
  })
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

it('gives functions turns before their callers', () => {
  const order = drained((queue) => {
    for (const caller of ['a', 'b', 'c']) queue.push(`f-${caller}`, 'f', caller)
    queue.push('g-a', 'g', 'a')
  })
  expect(order).toEqual(['f-a', 'g-a', 'f-b', 'f-c'])
})

it('puts a caller who comes back at the end of the round', () => {
  const queue = new FairQueue<string>()
  queue.push('a1', 'f', 'a')
  queue.push('b1', 'f', 'b')
  expect(queue.shift()).toBe('a1')
  queue.push('a2', 'f', 'a')
  queue.push('b2', 'f', 'b')
  expect(queue.drain()).toEqual(['b1', 'a2', 'b2'])
})

it('lets urgent items go first', () => {
  const order = drained((queue) => {
    queue.push('a1', 'f', 'a')
    queue.pushUrgent('u1')
    queue.pushUrgent('u2')
  })
  expect(order).toEqual(['u1', 'u2', 'a1'])
})

it('knows how many wait', () => {
  const queue = new FairQueue<string>()
  expect([queue.size, queue.shift()]).toEqual([0, undefined])
  queue.push('a1', 'f', 'a')
  queue.pushUrgent('u1')
  expect(queue.size).toBe(2)
  queue.shift()
  expect(queue.size).toBe(1)
})
