import type { Address } from '../../address.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import {
  type Choice,
  describedSizes,
  useMunicipalities,
  useNeeds,
  useSectors,
  useVentures,
} from '../../parts/choices.js'
import { profileOf, wantsOf } from './profile.js'

/** The firm that was described and the day of the answer, in words: on paper the form is not there. */
export function ProfileSummary({ address, day }: { readonly address: Address; readonly day: string }) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const nameIn = (choices: readonly Choice[] | null, id: string | null) => choices?.find((each) => each.id === id)?.name
  const needs = useNeeds()
  const size = describedSizes.find((each) => each === address.get('size'))
  const exporting = profileOf(address)?.exports
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    [texts.municipality, nameIn(useMunicipalities(), address.get('municipality'))],
    [texts.sector, nameIn(useSectors(), address.get('sector'))],
    [texts.size, size && texts.sizes[size]],
    [texts.employees, address.get('employees')],
    [texts.turnover, address.get('turnover')],
    [texts.exports, exporting === null || exporting === undefined ? null : exporting ? texts.yes : texts.no],
    [texts.founded, address.get('founded')],
    [texts.buyer, nameIn(useVentures(), address.get('buyer'))],
    [texts.needs, format.list(address.list('needs').map((id) => nameIn(needs, id) ?? id))],
    [texts.wants, format.list(wantsOf(address).map((kind) => texts.help[kind]))],
  ]
  return (
    <p class="print-only">
      {texts.answerOf(format.day(day))}{' '}
      {parts
        .filter(([, value]) => value)
        .map(([name, value]) => `${name}: ${value}`)
        .join(' · ')}
    </p>
  )
}
