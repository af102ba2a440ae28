import { type Address, linkTo } from '../../address.js'
import { useLang, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'

interface File {
  readonly ending: string
  /** What people call it. */
  readonly name: string
  /** Which of a format's forms. */
  readonly form?: { readonly format: string } | { readonly table: 'edges' | 'nodes' }
}

const files: readonly File[] = [
  { ending: 'graphml', name: 'GraphML' },
  { ending: 'gexf', name: 'GEXF' },
  { ending: 'json', name: 'JSON' },
  { ending: 'json', name: 'Cytoscape', form: { format: 'cytoscape' } },
  { ending: 'csv', name: 'CSV', form: { table: 'edges' } },
  { ending: 'csv', name: 'CSV', form: { table: 'nodes' } },
  { ending: 'jsonld', name: 'JSON-LD' },
]

/** The network as files that other programs open. */
export function ExportLinks({ address }: { readonly address: Address }) {
  const texts = useTexts(networkTexts)
  const lang = useLang()
  const values = {
    of: address.get('of'),
    depth: address.get('depth') ?? '1',
    kinds: address.get('kinds'),
    limit: address.get('limit'),
    lang,
  }
  return (
    <p class="no-print">
      {texts.export}:{' '}
      {files.map(({ ending, name, form = {} }) => {
        const table = 'table' in form ? form.table : null
        const label = table === null ? name : `${name} (${texts.tables[table]})`
        const file = table === null ? 'norrgraph' : `norrgraph-${table}`
        return (
          <span key={label}>
            <a href={linkTo(`/export/neighbourhood.${ending}`, { ...values, ...form })} download={`${file}.${ending}`}>
              {label}
            </a>{' '}
          </span>
        )
      })}
    </p>
  )
}
