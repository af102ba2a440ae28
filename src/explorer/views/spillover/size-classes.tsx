import { Fragment } from 'preact'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

type Row = ExplorerSpilloverQuery['spillover']['bySizeClass'][number]

/** What a row rests on, with the claims one by one. */
function Rests({ row: { text, claims } }: { readonly row: Row }) {
  return (
    <>
      {text}{' '}
      {claims.map(({ id }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <EntityName entity={{ id, name: `[${index + 1}]` }} />
        </Fragment>
      ))}
    </>
  )
}

/** In whose firms the jobs fall, by the report's words on each section; what it does not say stays unknown. */
export function SizeClasses({ rows }: { readonly rows: ExplorerSpilloverQuery['spillover']['bySizeClass'] }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  return (
    <DataTable
      caption={texts.sizes}
      rows={rows}
      columns={[
        { title: texts.sizeClass, value: ({ sizeClass }) => texts.sizeClasses[sizeClass] },
        { title: texts.jobs, value: ({ spillover }) => spillover, show: ({ spillover }) => format.count(spillover) },
        { title: texts.restsOn, value: ({ text }) => text, show: (row) => <Rests row={row} /> },
      ]}
    />
  )
}
