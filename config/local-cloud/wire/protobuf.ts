/** A decoded protobuf message: the values of each field number, in order. Numbers stay numbers, everything else stays bytes. */
export type Message = Map<number, (number | Buffer)[]>

/**
 * Decodes one protobuf message of varint and length-delimited fields, which is all that the SDK's openapi messages have.
 * @throws RangeError when the bytes are not such a message
 */
export function decodeMessage(bytes: Buffer): Message {
  const message: Message = new Map()
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 49) throw new RangeError('truncated protobuf message')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const values = message.get(tag >>> 3) ?? []
    message.set(tag >>> 3, values)
    if ((tag & 7) === 0) values.push(varint())
    else if ((tag & 7) === 2) {
      const length = varint()
      if (at + length > bytes.length) throw new RangeError('truncated protobuf message')
      values.push(bytes.subarray(at, (at += length)))
    } else throw new RangeError(`protobuf wire type ${tag & 7} is not supported`)
  }
  return message
}

/** The last value of a length-delimited field. */
export function bytesOf(message: Message, field: number): Buffer | undefined {
  const value = message.get(field)?.at(-1)
  return Buffer.isBuffer(value) ? value : undefined
}

export function textOf(message: Message, field: number): string | undefined {
  return bytesOf(message, field)?.toString('utf8')
}

/** Encodes fields in the order given. Numbers become varints of 64 bits, as protobuf wants negative ones. */
export function encodeMessage(fields: [number, number | string | Buffer][]): Buffer {
  return Buffer.concat(
    fields.flatMap(([field, value]) => {
      if (typeof value === 'number') return [encodeVarint(field * 8), encodeVarint(value)]
      const bytes = Buffer.from(value)
      return [encodeVarint(field * 8 + 2), encodeVarint(bytes.length), bytes]
    }),
  )
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return Buffer.from(bytes)
}
