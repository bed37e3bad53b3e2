import { layerRules } from './support/architecture/layers'
import { lookRules } from './support/architecture/looks'
import { nameRules } from './support/architecture/names'
import { purityRules } from './support/architecture/purity'
import { report, repositoryOf } from './support/architecture/rule'
import { samples } from './support/architecture/samples'
import { settingRules } from './support/architecture/settings'
import { wordRules } from './support/architecture/words'
import { readRepository } from './support/repository'

const rules = [...layerRules, ...nameRules, ...purityRules, ...lookRules, ...wordRules, ...settingRules]
const repository = repositoryOf(readRepository())

describe('the repository keeps its rules', () => {
  test.each(rules)('$name', (rule) => {
    expect(report(rule, repository)).toBe('')
  })
})

describe('each rule sees code that breaks it and lets code beside it pass', () => {
  const cases = rules.flatMap((rule) =>
    (samples[rule.name] ?? []).map((sample, at) => ({ rule, sample, name: `${rule.name} (${at + 1})` })),
  )

  test.each(cases)('$name', ({ rule, sample }) => {
    expect(report(rule, repositoryOf(sample.bad))).toContain(`→ ${rule.instead}`)
    expect(report(rule, repositoryOf(sample.good))).toBe('')
  })

  test('no rule is without a sample, no sample without a rule', () => {
    expect(Object.keys(samples).sort()).toEqual(rules.map(({ name }) => name).sort())
  })
})
