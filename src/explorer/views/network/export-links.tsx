import { type Address, linkTo } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'

/** The endings of the files, and what people call them. */
const formats = { graphml: 'GraphML', gexf: 'GEXF', json: 'JSON', csv: 'CSV', jsonld: 'JSON-LD' } as const

/** The network as files that other programs open. */
export function ExportLinks({ address }: { readonly address: Address }) {
  const texts = useTexts(networkTexts)
  const values = {
    of: address.get('of'),
    depth: address.get('depth') ?? '1',
    kinds: address.get('kinds'),
    limit: address.get('limit'),
  }
  return (
    <p class="no-print">
      {texts.export}:{' '}
      {Object.entries(formats).map(([format, name]) => (
        <span key={format}>
          <a href={linkTo(`/export/neighbourhood.${format}`, values)} download={`norrgraph.${format}`}>
            {name}
          </a>{' '}
        </span>
      ))}
    </p>
  )
}
