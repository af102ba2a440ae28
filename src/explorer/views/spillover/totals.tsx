import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Term } from '../../parts/term.js'

const parts = ['indirect', 'induced', 'direct'] as const

/** The jobs that are set off, in all and by effect; each word leads to what it means. */
export function Totals({ total }: { readonly total: NonNullable<ExplorerSpilloverQuery['spillover']['total']> }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  return (
    <dl class="figures figures-row">
      <div>
        <dt>
          <Term of="spillover">{texts.total}</Term>
        </dt>
        <dd>{format.count(total.spillover)}</dd>
      </div>
      {parts.map((part) => (
        <div key={part} class="part">
          <dt>
            <Term of={part}>{texts[part]}</Term>
          </dt>
          <dd>{format.count(total[part])}</dd>
        </div>
      ))}
    </dl>
  )
}
