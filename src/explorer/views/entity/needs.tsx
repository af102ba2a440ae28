import { entityTexts } from '../../language/entity.js'
import { useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import type { Named } from '../../parts/fact-list.js'

interface NeedEdge {
  readonly strength: 'CORE' | 'SIDE'
  readonly viaBuyer: boolean
  readonly ifExporting?: boolean
  readonly node: Named
}

/** Needs, each with how strongly it is met and for whom. */
export function Needs({ edges }: { readonly edges: readonly NeedEdge[] }) {
  const texts = useTexts(entityTexts).support
  return (
    <ul>
      {edges.map(({ strength, viaBuyer, ifExporting, node }) => (
        <li key={node.id}>
          <EntityName entity={node} />{' '}
          <span class="quiet">
            {[texts.strengths[strength], viaBuyer ? texts.viaBuyer : '', ifExporting ? texts.ifExporting : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
