import Taro from '@tarojs/taro'

/** Whether this platform can ask at all; where it cannot, nothing offers to. */
export const canAskForMessages = true

/** WeChat's code when the person has switched all such messages off: nothing was shown, and the answer is no. */
const SWITCHED_OFF = 20004

const codeOf = (error: unknown): number => Number(Object(error).errCode)

/**
 * Lets WeChat ask whether messages by these templates may be sent. Call it right after a tap: WeChat refuses otherwise.
 *
 * @param ids WeChat's own ids, three at most
 * @returns whether each id was agreed to; nothing of those that the person was not asked about
 */
export async function askForMessages(ids: readonly string[]): Promise<Record<string, boolean>> {
  try {
    const said = (await Taro.requestSubscribeMessage({ tmplIds: [...ids], entityIds: [] })) as unknown as Record<
      string,
      unknown
    >
    const asked = ids.filter((id) => said[id] === 'accept' || said[id] === 'reject' || said[id] === 'ban')
    return Object.fromEntries(asked.map((id) => [id, said[id] === 'accept']))
  } catch (error) {
    return codeOf(error) === SWITCHED_OFF ? Object.fromEntries(ids.map((id) => [id, false])) : {}
  }
}
