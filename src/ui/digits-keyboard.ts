/** How a field asks for digits: WeChat's number keyboard. */
export const digitsKeyboard = { type: 'number' } as const
