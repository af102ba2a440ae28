import type { Address } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'

/** What the API can be asked with and this page cannot, or by another name. */
const notTaken = ['establishments', 'adjust', 'shocks', 'householdIncome', 'incomeTax', 'retention'] as const

/** Says that the page leaves out what its address asks, since its figures would be taken for the answer. */
export function NotTaken({ address }: { readonly address: Pick<Address, 'get'> }) {
  const texts = useTexts(regionalTexts)
  const names = notTaken.filter((name) => address.get(name) !== null)
  return names.length === 0 ? null : <p class="notice">{texts.notTaken(names.join(', '))}</p>
}
