import '@testing-library/jest-dom'
import { TextDecoder, TextEncoder } from 'node:util'
import { phone } from './taro/phone'

// The functions run in this process too: Node has these, jsdom does not hand them on.
Object.assign(globalThis, { TextDecoder, TextEncoder })

beforeEach(() => phone.reset())
