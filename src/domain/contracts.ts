/** Every context's contract. Pages import its type only; the server and the tests import the schemas. */
import { centre } from './centre/contract'
import { consultation } from './consultation/contract'
import { document } from './document/contract'
import { enterprise } from './enterprise/contract'
import { event } from './event/contract'
import { exhibit } from './exhibit/contract'
import { figure } from './figure/contract'
import { file } from './file/contract'
import { guidance } from './guidance/contract'
import { home } from './home/contract'
import { member } from './member/contract'
import { message } from './message/contract'
import { service } from './service/contract'
import type { InputOf, OutputOf } from './kit'

export const contracts = {
  centre,
  consultation,
  document,
  enterprise,
  event,
  exhibit,
  figure,
  file,
  guidance,
  home,
  member,
  message,
  service,
}
export type Contracts = typeof contracts
export type ContextName = keyof Contracts

/** `'event.checkIn'` and so on. */
export type ActionName = { [C in ContextName]: `${C}.${Extract<keyof Contracts[C], string>}` }[ContextName]

type SpecOf<N extends ActionName> = N extends `${infer C extends ContextName}.${infer A}`
  ? A extends keyof Contracts[C]
    ? Contracts[C][A]
    : never
  : never

export type InputFor<N extends ActionName> =
  SpecOf<N> extends infer S extends import('./kit').ActionSpec ? InputOf<S> : never
export type OutputFor<N extends ActionName> =
  SpecOf<N> extends infer S extends import('./kit').ActionSpec ? OutputOf<S> : never
