import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

type Comparison = ExplorerSpilloverQuery['spillover']['comparisons'][number]

/** What sources state beside what is computed for it, where both are of the same; else in a line why they are not held against it. */
export function Comparisons({
  comparisons,
  differs,
}: {
  readonly comparisons: readonly Comparison[]
  /** What the question has otherwise, by the API's names. */
  readonly differs: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const words = useRegionWords()
  const format = useFormat()
  if (comparisons.length === 0) return null
  if (differs.length > 0) {
    const names: Readonly<Record<string, string>> = texts.assumptionNames
    const parts = [...new Set(differs.map((name) => names[name] ?? name))]
    return <p class="quiet">{texts.notCompared(words.comparisons, format.list(parts))}</p>
  }
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
        { title: texts.computed, value: ({ computed }) => computed, show: ({ computed }) => format.count(computed) },
        {
          title: texts.difference,
          value: ({ difference }) => difference,
          show: ({ difference }) => format.change(Math.round(difference), 0),
        },
      ]}
    />
  )
}
