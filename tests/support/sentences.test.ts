import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import type { Sentence } from '../../src/language/wording.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import type { SmeProfile } from '../../src/support/facts/read-profile.js'
import { type SupportForAnswer, supportFor } from '../../src/support/matching/support-question.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { nodes, of, relationships } from '../seed/the-seed.js'
import { deskDay } from './cases.js'

const municipalities = of('Municipality').map(({ id }) => id)
const needs = of('Need').map(({ id }) => id)

/** Firms of which much, little and almost nothing is known, one sort after the other through the municipalities. */
const described: readonly Omit<SmeProfile, 'municipality'>[] = [
  { sector: 'sector:sni2007-C25', sizeClass: 'SMALL' },
  { sector: 'sector:sni2007-H49', employees: 2, turnover: 0.5, founded: 2025 },
  { sector: 'sector:sni2007-J62', employees: 120, turnover: 300, exports: true, founded: 1990 },
  {},
]

/** Nearly every sentence that the seed can make: everywhere, of every evidence, with what is proposed. */
const asked: readonly SmeProfile[] = municipalities.flatMap((municipality) =>
  described.map((each) => ({ ...each, municipality })),
)

let graph: Graph
const answers: SupportForAnswer[] = []

beforeAll(async () => {
  graph = await openSeededGraph()
  const knowledge = keptKnowledge(graph, edition)
  for (const profile of [...asked, { needs }]) {
    answers.push(await supportFor(knowledge, { profile, includeProposed: true, asOf: deskDay, evidence: 'AREA' }))
  }
}, 180_000)
afterAll(() => graph.close())

const matches = () => answers.flatMap((answer) => answer.matches)

/** Each sentence once. */
function sentences(): Set<string> {
  const said: Sentence[] = [
    ...answers.flatMap(({ assumed }) => assumed),
    ...matches().flatMap(({ reasons, weighed, initiatives }) => [
      ...[...reasons, ...weighed],
      ...initiatives.flatMap(({ conditions }) => conditions),
    ]),
  ]
  return new Set(said.flatMap(({ textSv, textEn }) => [textSv, textEn]))
}

describe('what is said of the seed’s matches', () => {
  it('is said in sentences', () => {
    const all = [...sentences()]
    expect(all.length).toBeGreaterThan(500)
    const bad = /undefined|null|NaN|\[object| {2}|\s[.,;:]|[.,;]{2}|”{2}|“{2}|^\s|^[a-zåäö]/
    expect(all.filter((text) => bad.test(text) || !text.endsWith('.'))).toEqual([])
  })

  it('is said once of each match', () => {
    for (const { actor, reasons } of matches()) {
      for (const language of ['textSv', 'textEn'] as const) {
        const texts = reasons.map((reason) => reason[language])
        expect(texts, actor).toEqual([...new Set(texts)])
      }
      const paths = reasons.map(({ path }) => path.join(' '))
      expect(paths, actor).toEqual([...new Set(paths)])
    }
  })

  it('says each condition of an offer, and what weighed, once', () => {
    for (const { actor, initiatives, weighed } of matches()) {
      for (const { initiative, conditions } of initiatives) {
        const texts = conditions.map(({ textSv }) => textSv)
        expect(texts, initiative).toEqual([...new Set(texts)])
      }
      const rules = weighed.map(({ rule }) => rule)
      expect(rules, actor).toEqual([...new Set(rules)])
    }
  })

  it('stands on paths whose neighbours are joined', () => {
    const joined = new Set(relationships.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
    const steps = new Set(
      matches().flatMap(({ reasons }) =>
        reasons.flatMap(({ path }) => path.slice(1).map((to, index) => `${path[index]} ${to}`)),
      ),
    )
    expect(steps.size).toBeGreaterThan(200)
    expect([...steps].filter((step) => !joined.has(step))).toEqual([])
    const firms = new Set(nodes.filter(({ label }) => label === 'Firm').map(({ id }) => id))
    expect(matches().filter(({ reasons }) => reasons.some(({ path }) => path.some((id) => firms.has(id))))).toEqual([])
  })

  it('multiplies and adds up to the score', () => {
    for (const { actor, score, weighed } of matches()) {
      const product = weighed.reduce((fit, { factor }) => fit * (factor ?? 1), 1)
      expect(
        weighed.reduce((sum, { adds }) => sum + (adds ?? 0), product),
        actor,
      ).toBeCloseTo(score, 10)
    }
  })
})
