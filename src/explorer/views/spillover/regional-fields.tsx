import type { Address } from '../../address.js'
import { useFormat, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { type Choice, named } from '../../parts/choices.js'
import { RangeField, SelectField } from '../../parts/fields.js'
import { numberIn } from '../../parts/in-address.js'
import { useRegion } from '../../region.js'
import { areas, methods, minings, takesDelta } from './question.js'

/** The largest δ that can be asked for: below 1, by steps of the line. */
const LARGEST_DELTA = 0.99

/** How the nation's table is made the region's; what a method takes nothing of is off. */
export function RegionalFields({
  address,
  employments,
}: {
  readonly address: Address
  /** Who is employed where, which location quotients can rest on. */
  readonly employments: readonly Choice[]
}) {
  const texts = useTexts(regionalTexts)
  const off = useTexts(spilloverTexts)
  const format = useFormat()
  const { delta: usual } = useRegion()
  const method = methods.find((each) => each === address.get('method')) ?? 'RETENTION'
  const isOff = method === 'RETENTION'
  const whyOff = isOff ? { hint: off.offNoQuotients } : {}
  const delta = takesDelta(method) ? (numberIn(address, 'delta') ?? usual) : 0
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  const move = (name: string) => (value: number) => address.set({ [name]: String(value) }, 'replace')
  return (
    <>
      <SelectField
        label={texts.method}
        hint={texts.methodHints[method]}
        choices={named(methods, texts.methods)}
        value={method}
        onChange={(value) => address.set({ method: value === 'RETENTION' ? null : value })}
      />
      <RangeField
        label={texts.delta}
        value={delta}
        max={LARGEST_DELTA}
        disabled={!takesDelta(method)}
        {...(takesDelta(method) ? {} : { hint: isOff ? off.offNoQuotients : off.offNoDelta })}
        show={(value) => (takesDelta(method) ? format.number(value, 2) : '–')}
        onChange={move('delta')}
      />
      <RangeField
        label={texts.householdDelta}
        value={numberIn(address, 'householdDelta') ?? delta / 2}
        max={LARGEST_DELTA}
        disabled={isOff}
        {...whyOff}
        show={(value) => (isOff ? '–' : format.number(value, 3))}
        onChange={move('householdDelta')}
      />
      <SelectField
        label={texts.area}
        choices={named(areas, texts.areas)}
        value={address.get('area') ?? areas[0] ?? null}
        disabled={isOff}
        {...whyOff}
        onChange={set('area')}
      />
      <SelectField
        label={texts.mining}
        choices={named(minings, texts.minings)}
        value={address.get('mining') ?? minings[0] ?? null}
        disabled={isOff}
        {...whyOff}
        onChange={set('mining')}
      />
      <SelectField
        label={texts.employment}
        none={texts.usualEmployment}
        choices={employments}
        value={address.get('employment')}
        disabled={isOff}
        {...whyOff}
        onChange={set('employment')}
      />
    </>
  )
}
