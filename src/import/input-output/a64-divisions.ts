import type { SectorCodes } from '../../edition/sector-codes.js'

/**
 * The divisions that an industry of NACE A*64 is made of by its code: all of a section (`B`), one (`C16`), from one to
 * another (`C10T12`), or those that are named (`C31_32`). Empty where the code names one that there is not.
 */
export function divisionsOfA64(code: string, codes: SectorCodes): readonly string[] {
  const [, section = '', first, further = ''] = /^([A-Z])(\d\d)?((?:[T_]\d\d)*)$/.exec(code) ?? []
  if (first === undefined) return further === '' ? codes.divisionsOf(section) : []
  const found: (string | null)[] = [codes.division(`${section}${first}`)]
  let last = Number(first)
  for (const [, joined, digits = ''] of further.matchAll(/([T_])(\d\d)/g)) {
    const begin = joined === 'T' ? last + 1 : Number(digits)
    last = Number(digits)
    // Numbers between that no division has are passed over, the last is not.
    for (let number = begin; number <= last; number += 1) {
      const division = codes.division(`${section}${String(number).padStart(2, '0')}`)
      if (division !== null || number === last) found.push(division)
    }
  }
  const divisions = found.filter((each) => each !== null)
  return divisions.length === found.length ? [...new Set(divisions)] : []
}
