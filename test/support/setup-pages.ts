import '@testing-library/jest-dom'
import { phone } from './taro/phone'

beforeEach(() => phone.reset())
