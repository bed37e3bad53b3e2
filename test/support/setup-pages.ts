import '@testing-library/jest-dom'
import { TextDecoder, TextEncoder } from 'node:util'
import { phone } from './taro/phone'

// The functions run in the same process as the page, on a Node that has both; jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder })

beforeEach(() => phone.reset())
