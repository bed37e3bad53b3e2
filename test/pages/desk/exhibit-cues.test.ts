import { cueText, cueTime, sentencesOf, spread, wrongTimes } from '@/features/exhibit/components/draft/cues'

test('a time is typed and shown as minutes and seconds, with a tenth where there is one', () => {
  expect([0, 5, 65, 65.5, 600].map(cueText)).toEqual(['0:00', '0:05', '1:05', '1:05.5', '10:00'])
  expect(['0:05', '1:05.5', '65', '1：05', ' 2:00 '].map(cueTime)).toEqual([5, 65.5, 65, 65, 120])
  expect(['', '1:60', 'x', '1:', '-3', '1:05.55'].map(cueTime)).toEqual([null, null, null, null, null, null])
})

test('a pasted text becomes one line a sentence, marks and quotes stay with their sentence', () => {
  expect(sentencesOf('他说：“出发。”大家走了！\n第二段；还有一句\n……\n')).toEqual([
    '他说：“出发。”',
    '大家走了！',
    '第二段；',
    '还有一句',
  ])
})

test('a sentence that is longer than a line may be is cut, and no word is lost', () => {
  const long = '长'.repeat(700)
  const parts = sentencesOf(long)
  expect(parts.every(({ length }) => length <= 300)).toBe(true)
  expect(parts.join('')).toBe(long)
})

test('lines are spread over the recording by their length, from its beginning', () => {
  expect(spread('一二三四。一二三四。一二三四五六七八九。', 20)).toEqual([
    { at: 0, text: '一二三四。' },
    { at: 5, text: '一二三四。' },
    { at: 10, text: '一二三四五六七八九。' },
  ])
  expect(spread('', 20)).toEqual([])
})

test('a line that does not come after the one before, or lies behind the end, is named', () => {
  const cues = [0, 4, 4, 9, 30].map((at) => ({ at, text: '字' }))
  expect(wrongTimes(cues, 20)).toEqual([2, 4])
})
