/**
 * The access matrix, generated from the contracts: every action × every role × own and foreign object. A new action is in
 * it as soon as its contract is.
 */
import { contracts } from '@/domain/contracts'
import { ROLES, type ActionSpec, type Contract, type Role } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { sampleOf } from '../support/sample'
import { buildWorld, idsOf, personOf, type Side } from '../support/world'

type Raw = { ok: boolean; data?: unknown; error?: { code: string; requestId: string } }

const everyAction = Object.entries(contracts as Record<string, Contract>).flatMap(([context, contract]) =>
  Object.entries(contract).map(([action, spec]) => ({ context, action, spec })),
)

/** What a person of this role holds besides it: everyone but a visitor is bound, and every confirmed one a member. */
const rolesHeld = (role: Role): Role[] =>
  role === 'visitor' ? ['visitor'] : role === 'bound' ? ['visitor', 'bound'] : ['visitor', 'bound', 'member', role]

const reach = (spec: ActionSpec, role: Role): 'any' | 'own' | 'none' => {
  const reaches = rolesHeld(role).map((held) => spec.allow[held])
  if (reaches.includes('any')) return 'any'
  return reaches.includes('own') ? 'own' : 'none'
}

const namesAnObject = (input: unknown): boolean => /FOREIGN|branch-02/.test(JSON.stringify(input))

const ask = async (context: string, action: string, role: Role, input: unknown): Promise<Raw> =>
  (await cloud.as(personOf(role)).send(context, { action, input })) as Raw

describe.each(everyAction)('$context.$action', ({ context, action, spec }) => {
  test.each(['own', 'foreign'] as Side[])('is reached by exactly those who may (%s object)', async (side) => {
    await buildWorld()
    const input = sampleOf(spec.input as never, idsOf(side))
    const found: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const role of ROLES) {
      const may = reach(spec, role)
      const outside = may === 'own' && side === 'foreign' && namesAnObject(input)
      found[role] = verdict(await ask(context, action, role, input), may, outside)
      wanted[role] = expected(role, may, outside)
      // Leaving, they take their identity with them; nobody else's answer may depend on it.
      if (action === 'erase') await buildWorld()
    }
    expect(found).toEqual(wanted)
  })
})

const expected = (role: Role, may: 'any' | 'own' | 'none', outside: boolean): string => {
  if (may === 'none') return role === 'visitor' ? 'notBound' : 'notAllowed'
  return outside ? 'kept out' : 'let in'
}

const leaks = (answer: Raw): boolean => answer.ok && JSON.stringify(answer.data).includes('FOREIGN')

/** A list that leaves out what is foreign keeps people out as well as a refusal does. */
const verdict = (answer: Raw, may: string, outside: boolean): string => {
  if (may === 'own' && leaks(answer)) return 'sees what is foreign'
  const code = answer.ok ? 'ok' : (answer.error?.code ?? 'none')
  if (['failed', 'badInput'].includes(code)) return code
  if (outside && ['ok', 'notAllowed', 'notFound'].includes(code)) return 'kept out'
  return ['notBound', 'notAllowed'].includes(code) ? code : 'let in'
}
