import type { Sentence } from '../../language/wording.js'
import type { SupportQuestion } from './match-rule.js'

/** What was assumed of an SME that says nothing of it, in the order in which it would be asked. */
export function assumptionsOf({ sme, weights }: SupportQuestion): Sentence[] {
  const { sectors, sizes, employees, turnover, exports, ageYears } = sme
  const likely = weights.exports.sectors.some((sector) => sectors.within.has(sector))
  const said: readonly (readonly [boolean, string, string])[] = [
    [
      sme.places.within.size <= 1,
      'Det är inte angivet var företaget finns: stöd som bara finns på vissa orter räknas med, med ett ”om”.',
      'Where the firm is has not been said: what is for some place counts, with an “if”.',
    ],
    [
      sectors.within.size === 0,
      'Det är inte angivet vad företaget gör: stöd som bara gäller vissa branscher räknas med, med ett ”om”.',
      'What the firm does has not been said: what is for some sector counts, with an “if”.',
    ],
    [
      sizes.within.size === 0,
      'Företagets storlek är inte känd: gränser för anställda och omsättning måste kontrolleras.',
      'How large the firm is is not known: limits of employees and turnover have to be checked.',
    ],
    [
      sizes.within.size > 0 && employees === null && turnover === null,
      'Antal anställda och omsättning är inte angivna: gränser som storleksklassen inte avgör måste kontrolleras.',
      'Employees and turnover have not been said: limits that the size class does not settle have to be checked.',
    ],
    [
      sizes.within.size > 0 && employees === null && turnover !== null,
      'Antal anställda är inte angivet: gränser för anställda som storleksklassen inte avgör måste kontrolleras.',
      'The number of employees has not been said: limits of employees that the size class does not settle have to be checked.',
    ],
    [
      sizes.within.size > 0 && employees !== null && turnover === null,
      'Omsättningen är inte angiven: gränser för omsättning som storleksklassen inte avgör måste kontrolleras.',
      'The turnover has not been said: limits of turnover that the size class does not settle have to be checked.',
    ],
    [
      exports === null && likely,
      'Det är inte angivet om företaget exporterar: i dess bransch antas det vara troligt.',
      'Whether the firm exports has not been said: in its sector it is taken as likely.',
    ],
    [
      exports === null && !likely,
      'Det är inte angivet om företaget exporterar: det antas inte vara troligt.',
      'Whether the firm exports has not been said: it is not taken as likely.',
    ],
    [
      ageYears === null,
      'Det är inte angivet när företaget grundades: åldersgränser måste kontrolleras.',
      'When the firm was founded has not been said: limits of age have to be checked.',
    ],
  ]
  return said.flatMap(([holds, textSv, textEn]) => (holds ? [{ textSv, textEn }] : []))
}
