import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

type Comparison = ExplorerSpilloverQuery['spillover']['comparisons'][number]

/** What sources state beside what is computed for it. */
export function Comparisons({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const texts = useTexts(spilloverTexts)
  const words = useRegionWords()
  const format = useFormat()
  return (
    <DataTable
      caption={words.comparisons}
      rows={comparisons}
      columns={[
        {
          title: words.stated,
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
