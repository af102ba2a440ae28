import { useState } from 'preact/hooks'
import { useFormat, useLanguage, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import type { ShownEdge, ShownNetwork, ShownNode } from './shown.js'
import { useSentences, useSpan } from './words.js'

/** Rows that are shown at most; the files have all. */
const MOST_ROWS = 200
/** Rows that are printed at most. */
const MOST_PRINTED = 100

/** The network as two tables, relationships and nodes, shown when asked for, printed, and as files of the reader's language. */
export function NetworkTables({ network }: { readonly network: ShownNetwork }) {
  const texts = useTexts(networkTexts)
  const [isOpen, setOpen] = useState(false)
  const edgeColumns = useEdgeColumns(network)
  const nodeColumns = useNodeColumns()
  return (
    <>
      <details class="panel no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.asTable}</summary>
        {isOpen && (
          <>
            <Rows caption={texts.edgesTable} file="norrgraph-edges" columns={edgeColumns} rows={network.edges} />
            <Rows caption={texts.nodesTable} file="norrgraph-nodes" columns={nodeColumns} rows={network.nodes} />
          </>
        )}
      </details>
      <div class="print-only">
        <DataTable caption={texts.edgesTable} columns={edgeColumns} rows={network.edges.slice(0, MOST_PRINTED)} />
      </div>
    </>
  )
}

function Rows<Row>({
  caption,
  file,
  columns,
  rows,
}: {
  readonly caption: string
  readonly file: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}) {
  const parts = useTexts(partTexts)
  const format = useFormat()
  const language = useLanguage()
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rows.slice(0, MOST_ROWS)} />
      <p class="quiet">
        {rows.length > MOST_ROWS && `${parts.shown(format.count(MOST_ROWS), format.count(rows.length))}. `}
        {parts.tableAsFile}:{' '}
        <button
          type="button"
          class="small"
          onClick={async () => (await import('../../parts/save-picture.js')).saveCsv(file, columns, rows, language)}
        >
          CSV ({caption.toLowerCase()})
        </button>
      </p>
    </>
  )
}

function useEdgeColumns({ nodes }: ShownNetwork): readonly Column<ShownEdge>[] {
  const { columns } = useTexts(networkTexts)
  const sentenceOf = useSentences()
  const span = useSpan()
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const nameOf = (id: string) => labels.get(id) ?? id
  return [
    {
      title: columns.from,
      value: ({ source }) => nameOf(source),
      show: ({ source }) => <EntityName entity={{ id: source, name: nameOf(source) }} />,
    },
    { title: columns.verb, value: (edge) => sentenceOf(edge, edge.source).verb },
    {
      title: columns.to,
      value: ({ target }) => nameOf(target),
      show: ({ target }) => <EntityName entity={{ id: target, name: nameOf(target) }} />,
    },
    {
      title: columns.details,
      value: ({ category, what }) => [category?.name, what].filter((text) => text).join(', '),
    },
    { title: columns.holds, value: span },
    {
      title: columns.source,
      value: ({ statedBy }) => statedBy?.name ?? null,
      show: ({ statedBy }) => statedBy && <EntityName entity={statedBy} />,
    },
    { title: columns.where, value: ({ locator }) => locator ?? null },
  ]
}

function useNodeColumns(): readonly Column<ShownNode>[] {
  const { columns } = useTexts(networkTexts)
  const { kinds } = useTexts(partTexts)
  return [
    {
      title: columns.name,
      value: ({ label }) => label,
      show: ({ id, label }) => <EntityName entity={{ id, name: label }} />,
    },
    { title: columns.kind, value: ({ kind }) => kinds[kind] },
    { title: columns.neighbours, value: ({ degree }) => degree },
    { title: columns.tier, value: ({ tier }) => tier },
  ]
}
