import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

type Comparison = ExplorerSpilloverQuery['spillover']['comparisons'][number]

/** What the report states beside what is computed for it. */
export function Comparisons({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  return (
    <DataTable
      caption={texts.comparisons}
      rows={comparisons}
      columns={[
        {
          title: texts.claim,
          value: ({ claim }) => claim.statement,
          show: ({ claim }) => <EntityName entity={{ id: claim.id, name: claim.statement }} />,
        },
        {
          title: texts.stated,
          value: ({ claim }) => claim.value,
          show: ({ claim }) => (claim.value === null ? '' : format.count(claim.value)),
        },
        { title: texts.computed, value: ({ computed }) => computed, show: ({ computed }) => format.number(computed) },
        {
          title: texts.difference,
          value: ({ difference }) => difference,
          show: ({ difference }) => format.change(difference),
        },
      ]}
    />
  )
}
