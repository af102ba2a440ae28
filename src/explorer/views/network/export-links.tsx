import { type AddressValues, linkTo } from '../../address.js'
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
  { ending: 'gexf', name: 'GEXF' },
  { ending: 'graphml', name: 'GraphML' },
  { ending: 'json', name: 'Cytoscape', form: { format: 'cytoscape' } },
  { ending: 'json', name: 'JSON' },
  { ending: 'jsonld', name: 'JSON-LD' },
  { ending: 'csv', name: 'CSV', form: { table: 'edges' } },
  { ending: 'csv', name: 'CSV', form: { table: 'nodes' } },
]

/** The network as files that other programs open. */
export function ExportLinks({ asked }: { readonly asked: AddressValues }) {
  const texts = useTexts(networkTexts)
  const lang = useLang()
  return (
    <p class="no-print network-files">
      {texts.file}:{' '}
      {files.map(({ ending, name, form = {} }) => {
        const table = 'table' in form ? form.table : null
        const label = table === null ? name : `${name} (${texts.tables[table]})`
        const file = table === null ? 'norrgraph' : `norrgraph-${table}`
        return (
          <span key={label}>
            <a
              href={linkTo(`/export/neighbourhood.${ending}`, { ...asked, lang, ...form })}
              download={`${file}.${ending}`}
            >
              {label}
            </a>{' '}
          </span>
        )
      })}
      <span class="quiet">{texts.fileWhy}</span>
    </p>
  )
}
