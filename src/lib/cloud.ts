import type { ActionName, InputFor, OutputFor } from '@/domain/contracts'
import type { Answer } from '@/domain/kit'
import { CallError } from './call-error'
import { noticeNetwork } from './network'
import { send, upload } from './transport'
import { Broken, type FunctionEvent, type UploadWatch } from './transport-errors'

/** Nobody waits longer than this for an answer, a repetition included. */
const TIMEOUT_MS = 10_000
/** A call that failed sooner than this may be a network that is just changing: it is tried once more. */
const QUICK_MS = 4_000
const PAUSE_MS = 600

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Rejects when the transport has not answered in time, whatever becomes of it later. */
function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'

/** Every action of the contracts is safe to repeat, so a dropped connection is answered by one repetition, never more. */
async function sendTwice(context: string, event: FunctionEvent): Promise<unknown> {
  const begun = Date.now()
  try {
    return await inTime(send(context, event, TIMEOUT_MS), TIMEOUT_MS)
  } catch (error) {
    if (error instanceof Broken || Date.now() - begun > QUICK_MS) throw error
    await sleep(PAUSE_MS)
    const left = TIMEOUT_MS - (Date.now() - begun)
    return await inTime(send(context, event, left), left)
  }
}

async function answerOf(action: ActionName, input: unknown): Promise<Answer<unknown>> {
  const [context = '', name = ''] = action.split('.')
  try {
    const answer = await sendTwice(context, { action: name, input })
    noticeNetwork(true)
    if (isAnswer(answer)) return answer
    throw new CallError(action, 'failed')
  } catch (error) {
    if (error instanceof CallError) throw error
    noticeNetwork(error instanceof Broken)
    throw new CallError(action, error instanceof Broken ? 'failed' : 'offline')
  }
}

/**
 * Asks the server for an action of a contract: the only way to it. Throws `CallError`, with the code `offline` when the
 * server could not be reached within ten seconds.
 */
export async function call<N extends ActionName>(action: N, input: InputFor<N>): Promise<OutputFor<N>> {
  const answer = await answerOf(action, input)
  if (!answer.ok) throw new CallError(action, answer.error.code, answer.error.detail, answer.error.requestId)
  // The server parsed its answer by the same contract before it left.
  return answer.data as OutputFor<N>
}

/** What can be uploaded, and what for. */
export type UploadTicket = InputFor<'file.ticket'>

/** Uploads a local file and gives its ticket, which a following action claims. Throws `CallError`. */
export async function uploadFile(filePath: string, ticket: UploadTicket, watch: UploadWatch = {}): Promise<string> {
  const { ticketId, cloudPath } = await call('file.ticket', ticket)
  try {
    await upload(cloudPath, filePath, watch)
  } catch (error) {
    throw new CallError('file.ticket', error instanceof Broken ? 'failed' : 'offline')
  }
  return ticketId
}
