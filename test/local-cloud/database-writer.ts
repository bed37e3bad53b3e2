import { openDatabase } from '../../config/local-cloud/database'
import { index } from './database-index'

/**
 * Writes until it is killed: adds documents, changes them, removes some, and moves amounts in transactions. Each acknowledged write is
 * told on standard output before the next one begins.
 */
const [file = ''] = process.argv.slice(2)
const database = openDatabase({ file, declaration: { collections: { c: { indexes: [index('n', 'n')] } } } })

function ask(action: string, params: Record<string, unknown>): Record<string, unknown> {
  const answer = database.handle(`database.${action}`, { collectionName: 'c', ...params })
  if (answer.code) throw new Error(answer.message)
  return answer
}

const query = (at: number) => JSON.stringify({ _id: `d${at}` })

function transfer(at: number): void {
  const { transactionId } = ask('startTransaction', {})
  for (const [id, by] of [
    ['left', -1],
    ['right', 1],
  ] as const) {
    const params = {
      query: JSON.stringify({ _id: id }),
      data: JSON.stringify({ $inc: { n: by } }),
      multi: false,
      transactionId,
    }
    ask('modifyDocument', params)
  }
  ask('commitTransaction', { transactionId })
  process.stdout.write(`transfer ${at}\n`)
}

ask('insertDocument', { data: ['{"_id":"left","n":0}', '{"_id":"right","n":0}'] })
for (let at = 0; ; at++) {
  ask('insertDocument', { data: [JSON.stringify({ _id: `d${at}`, n: at, text: 'x'.repeat(at % 500) })] })
  process.stdout.write(`add ${at}\n`)
  ask('modifyDocument', { query: query(at), data: JSON.stringify({ $set: { n: at + 1_000_000 } }), multi: false })
  process.stdout.write(`change ${at}\n`)
  if (at % 3 === 0) {
    ask('removeDocument', { query: query(at), multi: false })
    process.stdout.write(`remove ${at}\n`)
  }
  transfer(at)
}
