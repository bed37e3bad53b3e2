/** How a field asks for digits in a browser: its number fields refuse the space between two groups of digits, plain ones take it. */
export const digitsKeyboard = { type: 'text', nativeProps: { inputMode: 'numeric' } } as const
