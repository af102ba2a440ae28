import fc from 'fast-check'
import { type MatchingWeights, matchingPart } from '../../src/edition/matching-part.js'

const weight = fc.constantFrom(0.1, 0.3, 0.5, 0.7, 0.85, 1)
const small = fc.constantFrom(0, 0.01, 0.02, 0.03)

/** Weights of every rule of order, for the needs and sectors of worlds. */
export const weightings: fc.Arbitrary<MatchingWeights> = fc
  .record({
    strength: fc.record({ CORE: weight, SIDE: weight }),
    evidence: fc.record({
      ...{
        inForce: weight,
        ownPageWithoutYear: weight,
        othersPageWithoutYear: weight,
        competence: weight,
        area: weight,
      },
      lastSeen: fc.tuple(weight, weight).map(([newer, older]) => [
        { years: 6, weight: newer },
        { years: 10, weight: older },
      ]),
    }),
    help: fc.record({
      weights: fc.constantFrom([1, 0.7], [0.9]),
      otherwise: weight,
      needs: fc.constant({
        'need:finance': [['LOAN', 'GUARANTEE'], ['GRANT']],
        'need:x': [
          ['COACHING', 'ADVICE'],
          ['LOAN', 'NETWORK'],
        ],
      }),
    }),
    terms: fc.record({ unknown: weight, least: fc.constantFrom(0, 0.6) }),
    reservations: fc.record({
      ...{ CHOSEN_BEFOREHAND: weight, PROJECTS_NOT_FIRMS: weight, EMPLOYEE_APPLIES: weight, EXISTENCE_UNKNOWN: weight },
    }),
    security: fc.record({
      needs: fc.constant(['need:finance']),
      ...{ publicLender: weight, bank: weight, bankInland: weight },
      bankWithLittleTurnover: fc.record({ below: fc.constant(1), factor: weight }),
    }),
    exports: fc.record({ likely: weight, unlikely: weight, sectors: fc.constant(['sector:sni2007-C25']) }),
    largeScale: fc.record({ employees: fc.constant(3), turnover: fc.constant(3), factor: weight }),
    incubators: fc.record({ employees: fc.constant(10), small: weight, larger: weight, unknown: weight }),
    buyers: fc.record({ needs: fc.constant(['need:x']), elsewhere: weight, withoutSite: weight }),
    universities: fc.record({
      ...{ needs: fc.constant(['need:y']), sectors: fc.constant(['sector:sni2007-C']), factor: weight },
    }),
    otherNeeds: fc.constantFrom(0, 0.2),
    nearness: fc.tuple(small, small, small).map((drawn) => {
      const [NATIONAL = 0, COUNTY = 0, LOCAL = 0] = drawn.toSorted()
      return { NATIONAL, COUNTY, LOCAL }
    }),
  })
  .map((drawn) => matchingPart.parse(drawn))
