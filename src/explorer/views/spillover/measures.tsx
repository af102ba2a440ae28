import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'

type Row = ExplorerSpilloverQuery['spillover']['measures'][number]

/** The table's accounts as effects: all that can be told of a table that does not state how many are employed. */
export function Measures({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const effects = ['direct', 'indirect', 'induced'] as const
  return (
    <DataTable
      caption={texts.measures}
      rows={rows}
      columns={[
        { title: texts.account, value: ({ name }) => name },
        { title: texts.unit, value: ({ unit }) => unit },
        ...effects.map((effect) => ({
          title: texts[effect],
          value: (row: Row) => row[effect],
          show: (row: Row) => format.number(row[effect], 1),
        })),
      ]}
    />
  )
}
