import type { Sentence } from '../../language/wording.js'
import type { SupportQuestion } from './match-rule.js'

/** What was assumed of an SME that says nothing of it, in the order in which it would be asked. */
export function assumptionsOf({ sme, weights }: SupportQuestion): Sentence[] {
  const { sectors, sizes, employees, turnover, exports, ageYears } = sme
  const likely = weights.exports.sectors.some((sector) => sectors.within.has(sector))
  const said: readonly (readonly [boolean, string, string])[] = [
    [
      sme.places.within.size <= 1,
      'Var företaget finns är inte sagt: det som gäller någon plats räknas med, med ”om”.',
      'Where the firm is has not been said: what is for some place counts, with an “if”.',
    ],
    [
      sectors.within.size === 0,
      'Vad företaget gör är inte sagt: det som gäller någon bransch räknas med, med ”om”.',
      'What the firm does has not been said: what is for some sector counts, with an “if”.',
    ],
    [
      sizes.within.size === 0,
      'Hur stort företaget är är inte känt: gränser för anställda och omsättning är att kontrollera.',
      'How large the firm is is not known: limits of employees and turnover have to be checked.',
    ],
    [
      sizes.within.size > 0 && (employees === null || turnover === null),
      'Antal anställda eller omsättning saknas: gränser som storleksklassen inte avgör är att kontrollera.',
      'Employees or turnover have not been said: limits that the size class does not settle have to be checked.',
    ],
    [
      exports === null && likely,
      'Om företaget exporterar är inte sagt: i dess bransch tas det för troligt.',
      'Whether the firm exports has not been said: in its sector it is taken as likely.',
    ],
    [
      exports === null && !likely,
      'Om företaget exporterar är inte sagt: det tas inte för troligt.',
      'Whether the firm exports has not been said: it is not taken as likely.',
    ],
    [
      ageYears === null,
      'När företaget grundades är inte sagt: gränser för ålder är att kontrollera.',
      'When the firm was founded has not been said: limits of age have to be checked.',
    ],
  ]
  return said.flatMap(([holds, textSv, textEn]) => (holds ? [{ textSv, textEn }] : []))
}
