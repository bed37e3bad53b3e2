import { FILE_LIMITS, FILE_PURPOSES, FILE_TYPES, looksLike, ticketDecision, type FileType } from '@/domain/file/rules'

const text = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'))
/** The first bytes of real files. */
const HEADS: Record<FileType, Uint8Array> = {
  jpg: text('\xff\xd8\xff\xe0\x00\x10JFIF\x00'),
  png: text('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
  webp: text('RIFF\x24\x00\x00\x00WEBPVP8 '),
  pdf: text('%PDF-1.7\n'),
  docx: text('PK\x03\x04\x14\x00\x06\x00'),
  xlsx: text('PK\x03\x04\x14\x00\x06\x00'),
  pptx: text('PK\x03\x04\x14\x00\x06\x00'),
  mp3: text('ID3\x04\x00\x00\x00\x00'),
  mp4: text('\x00\x00\x00\x20ftypisom\x00\x00\x02\x00'),
}
const office = ['docx', 'xlsx', 'pptx']

describe.each(FILE_TYPES)('%s', (type) => {
  test.each(FILE_TYPES)('a %s passes for it only when it is one', (other) => {
    const same = type === other || (office.includes(type) && office.includes(other))
    expect(looksLike(type, HEADS[other])).toBe(same)
  })

  test('what is cut short, empty or something else does not pass for it', () => {
    expect(looksLike(type, new Uint8Array())).toBe(false)
    expect(looksLike(type, HEADS[type].subarray(0, 2))).toBe(false)
    for (const other of [
      '<html><script>',
      'MZ\x90\x00',
      '#!/bin/sh',
      '\x00\x00\x00\x00',
      'GIF89a',
      'RIFF\x24\x00\x00\x00AVI ',
    ]) {
      expect(looksLike(type, text(other))).toBe(false)
    }
  })

  test('the signature counts at the start alone', () => {
    expect(looksLike(type, text(` ${Buffer.from(HEADS[type]).toString('latin1')}`))).toBe(false)
  })
})

describe.each(FILE_PURPOSES)('a ticket for %s', (purpose) => {
  const { types, maxBytes } = FILE_LIMITS[purpose]

  test('is given up to the last byte of its size and refused with the next', () => {
    for (const type of types) {
      expect(ticketDecision(purpose, type, maxBytes)).toBeNull()
      expect(ticketDecision(purpose, type, maxBytes + 1)).toBe('fileTooLarge')
    }
  })

  test('is refused for any other type, whatever its size', () => {
    for (const type of FILE_TYPES.filter((one) => !types.includes(one))) {
      expect(ticketDecision(purpose, type, 1)).toBe('fileTypeRefused')
      expect(ticketDecision(purpose, type, maxBytes + 1)).toBe('fileTypeRefused')
    }
  })
})

test('pictures of an event are pictures', () => {
  expect(FILE_LIMITS.eventPicture.types).toEqual(['jpg', 'png', 'webp'])
})
