import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerBuyingFragment } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useTexts } from '../../language/language.js'
import type { Named } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'

graphql(`
  fragment ExplorerBuying on Establishment {
    id
    name(lang: $lang)
    procures(first: 100) {
      nodes {
        id
        name(lang: $lang)
        fitsSectors(first: 50) {
          nodes {
            id
          }
        }
      }
    }
  }
`)

interface Doer {
  readonly sectors: readonly { readonly id: string; readonly partOf: { readonly id: string } | null }[]
  readonly canSupply: { readonly nodes: readonly Named[] }
}

/** Ventures that buy what a firm says that it can supply, or what fits its sectors. */
export function CouldSupply({
  firm,
  ventures,
}: {
  readonly firm: Doer
  readonly ventures: readonly ExplorerBuyingFragment[]
}) {
  const texts = useTexts(kindTexts).firm
  const address = useAddress()
  const fitting = new Set(firm.sectors.flatMap(({ id, partOf }) => (partOf ? [id, partOf.id] : [id])))
  const said = new Set(firm.canSupply.nodes.map(({ id }) => id))
  const buyers = ventures.flatMap(({ id, name, procures }) => {
    const bought = procures.nodes.filter(
      (category) => said.has(category.id) || category.fitsSectors.nodes.some((sector) => fitting.has(sector.id)),
    )
    const names = [...new Set(bought.map((category) => category.name))]
    return names.length > 0 ? [{ id, name, names }] : []
  })
  return (
    <section aria-labelledby="could">
      <h2 id="could">{texts.could}</h2>
      {buyers.length === 0 ? (
        <p class="quiet">{texts.noneBuys}</p>
      ) : (
        <>
          <p class="quiet">
            <Term of="basis">{texts.couldBy}</Term>
          </p>
          <ul>
            {buyers.map(({ id, name, names }) => (
              <li key={id}>
                <a href={linkTo('/suppliers', { venture: id, lang: address.get('lang') })}>{name}</a>
                <span class="quiet">: {names.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
