import type { Address } from '../../address.js'
import type { SpilloverRunOrder } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { named, useVentures } from '../../parts/choices.js'
import { CheckField, InputField, SelectField, TextField } from '../../parts/fields.js'
import { useSession } from '../../session.js'
import { closures, methods } from './question.js'
import { useTables } from './use-tables.js'

/** By what runs are found; each change is answered at once and stands in the address. */
export function RunSearch({
  address,
  orders,
  order,
}: {
  readonly address: Address
  readonly orders: readonly SpilloverRunOrder[]
  readonly order: SpilloverRunOrder
}) {
  const texts = useTexts(runTexts)
  const spillover = useTexts(spilloverTexts)
  const regional = useTexts(regionalTexts)
  const { known } = useSession()
  const tables = useTables()
  const ventures = useVentures()
  const isFurther = ['of', 'by', 'with', 'holds', 'since'].some((name) => address.get(name) !== null)
  // Another search begins at its own beginning.
  const set = (name: string) => (value: string | null) => address.set({ [name]: value, after: null })
  return (
    <form class="run-search no-print" aria-label={texts.search} onSubmit={(event) => event.preventDefault()}>
      <div class="toolbar">
        <TextField label={texts.text} value={address.get('find')} onChange={set('find')} />
        <SelectField
          label={texts.order}
          choices={named(orders, texts.orders)}
          value={order}
          onChange={(value) => set('order')(value === orders[0] ? null : value)}
        />
        {known?.viewer?.hasAccount && (
          <CheckField
            label={texts.whose}
            choices={[{ id: 'yes', name: texts.own, group: null }]}
            values={address.list('own')}
            onChange={(values) => set('own')(values[0] ?? null)}
          />
        )}
      </div>
      <details class="warnings" open={isFurther}>
        <summary>{texts.furtherBy}</summary>
        <div class="toolbar">
          <SelectField
            label={texts.closure}
            none={texts.anyClosure}
            choices={named(closures, spillover.closures)}
            value={address.get('with')}
            onChange={set('with')}
          />
          <SelectField
            label={texts.method}
            none={texts.anyMethod}
            choices={named(methods, regional.methods)}
            value={address.get('by')}
            onChange={set('by')}
          />
          <SelectField
            label={texts.venture}
            none={texts.anyVenture}
            choices={ventures}
            value={address.get('holds')}
            onChange={set('holds')}
          />
          <SelectField
            label={texts.table}
            none={texts.anyTable}
            choices={tables}
            value={address.get('of')}
            onChange={set('of')}
          />
          <InputField type="date" label={texts.from} value={address.get('since')} onChange={set('since')} />
        </div>
      </details>
    </form>
  )
}
