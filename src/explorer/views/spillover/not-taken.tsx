import type { Address } from '../../address.js'
import { useFormat, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'

/** What the API can be asked with and this page cannot, or by another name. */
const notTaken = ['establishments', 'adjust', 'shocks', 'householdIncome', 'incomeTax', 'retention'] as const

/** Says that the page leaves out what its address asks, since its figures would be taken for the answer. */
export function NotTaken({ address }: { readonly address: Pick<Address, 'get'> }) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const names = notTaken.filter((name) => address.get(name) !== null).map((name) => texts.notTakenNames[name])
  return names.length === 0 ? null : <p class="notice">{texts.notTaken(format.list(names))}</p>
}
