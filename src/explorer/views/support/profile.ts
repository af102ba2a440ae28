import type { Address } from '../../address.js'
import type { HelpKind, SmeProfile, SupportEvidence } from '../../generated/graphql.js'
import { describedSizes, helpKinds } from '../../parts/choices.js'

/** The profile that an address describes; null before a municipality is chosen. */
export function profileOf(address: Address): SmeProfile | null {
  const municipality = address.get('municipality')
  if (municipality === null) return null
  const [needs, wants] = [address.list('needs'), wantsOf(address)]
  const number = (name: string) => (address.get(name) === null ? null : Number(address.get(name)))
  const exporting = address.get('exports')
  return {
    municipality,
    sector: address.get('sector'),
    sizeClass: describedSizes.find((each) => each === address.get('size')) ?? null,
    employees: number('employees'),
    turnover: number('turnover'),
    needs: needs.length > 0 ? [...needs] : null,
    exports: exporting === 'yes' ? true : exporting === 'no' ? false : null,
    founded: number('founded'),
    wants: wants.length > 0 ? [...wants] : null,
    buyer: address.get('buyer'),
  }
}

/** The kinds of help that an address wishes for. */
export const wantsOf = (address: Address): readonly HelpKind[] =>
  helpKinds.filter((kind) => address.list('wants').includes(kind))

/** How well it can be known that a need is met, best first. */
export const evidences: readonly SupportEvidence[] = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA']

/** The least evidence that counts; null for what the server takes where nothing is said. */
export const evidenceOf = (address: Address): SupportEvidence | null =>
  evidences.find((each) => each === address.get('evidence')) ?? null
