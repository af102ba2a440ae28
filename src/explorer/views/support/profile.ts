import type { Address } from '../../address.js'
import type { HelpKind, SmeProfile, SupportEvidence } from '../../generated/graphql.js'
import { describedSizes, helpKinds } from '../../parts/choices.js'
import { numberIn, wholeIn } from '../../parts/in-address.js'
import { evidences } from '../../parts/offer-evidence.js'

/** What of an address makes it a question: a place, or a firm of which the place is known. */
export const asking = ['municipality', 'firm'] as const

/** The profile that an address describes; null before a municipality or a firm is chosen. */
export function profileOf(address: Address): SmeProfile | null {
  const [firm, municipality] = [address.get('firm'), address.get('municipality')]
  const [needs, wants] = [address.list('needs'), wantsOf(address)]
  const exporting = address.get('exports')
  const beside = {
    needs: needs.length > 0 ? [...needs] : null,
    exports: exporting === 'yes' ? true : exporting === 'no' ? false : null,
    founded: wholeIn(address, 'founded'),
    wants: wants.length > 0 ? [...wants] : null,
    buyer: address.get('buyer'),
  }
  // Of a firm that the graph knows, place, sector and size are the graph's.
  if (firm !== null) return { firm, ...beside }
  if (municipality === null) return null
  return {
    municipality,
    sector: address.get('sector'),
    sizeClass: describedSizes.find((each) => each === address.get('size')) ?? null,
    employees: wholeIn(address, 'employees'),
    turnover: numberIn(address, 'turnover'),
    ...beside,
  }
}

/** The kinds of help that an address wishes for. */
export const wantsOf = (address: Address): readonly HelpKind[] =>
  helpKinds.filter((kind) => address.list('wants').includes(kind))

/** The least evidence that counts; null for what the server takes where nothing is said. */
export const evidenceOf = (address: Address): SupportEvidence | null =>
  evidences.find((each) => each === address.get('evidence')) ?? null
