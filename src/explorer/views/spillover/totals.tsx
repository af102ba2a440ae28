import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'

/** The jobs that are set off, in all and by effect. */
export function Totals({ total }: { readonly total: NonNullable<ExplorerSpilloverQuery['spillover']['total']> }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  return (
    <dl class="figures figures-row">
      <div>
        <dt>{texts.total}</dt>
        <dd>{format.number(total.spillover)}</dd>
      </div>
      <div class="part">
        <dt>{texts.indirect}</dt>
        <dd>{format.number(total.indirect)}</dd>
      </div>
      <div class="part">
        <dt>{texts.induced}</dt>
        <dd>{format.number(total.induced)}</dd>
      </div>
      <div class="part">
        <dt>{texts.direct}</dt>
        <dd>{format.number(total.direct)}</dd>
      </div>
    </dl>
  )
}
