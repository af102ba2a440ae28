import { allOf, type Sentence, sentence } from '../../language/wording.js'
import type { SizeClassEffects } from '../model/size-classes.js'

/** What a size class's jobs rest on; of those of unknown size, why nothing is known. */
export function sizeClassWords({ sizeClass, sections, inPart, withoutSection }: SizeClassEffects): Sentence {
  if (sizeClass !== 'UNKNOWN') {
    return sections.length > 0
      ? sentence((language) =>
          language === 'Sv'
            ? `Efter den andel av de anställda i avdelning ${allOf('Sv', sections)} som källor säger arbetar i så stora företag.`
            : `By the share of employees in sections ${allOf('En', sections)} that sources say work in firms of that size.`,
        )
      : {
          textSv: 'Ingen källa anger hur stor del av de anställda i någon avdelning som arbetar i så stora företag.',
          textEn: 'No source states of any section what share of employees works in firms of that size.',
        }
  }
  const said = sentence((language) => {
    const isSv = language === 'Sv'
    const none = isSv
      ? `Ingen källa anger hur de anställda i avdelning ${allOf('Sv', sections)} fördelar sig på små, medelstora och stora företag.`
      : `No source states how employees in sections ${allOf('En', sections)} are spread over small, medium-sized and large firms.`
    const part = isSv
      ? `Av avdelning ${allOf('Sv', inPart)} anges bara en del.`
      : `Of sections ${allOf('En', inPart)} a part alone is stated.`
    const without = isSv
      ? 'Några av tabellens näringsgrenar hör inte till någon avdelning.'
      : 'Some of the table’s industries are of no section.'
    return [
      ...(sections.length > 0 ? [none] : []),
      ...(inPart.length > 0 ? [part] : []),
      ...(withoutSection ? [without] : []),
    ].join(' ')
  })
  if (said.textEn !== '') return said
  return { textSv: 'Storleken är känd för alla jobb.', textEn: 'The size is known of all jobs.' }
}
