import { useLocation } from 'preact-iso'
import { entityLink, linkTo } from '../../address.js'
import type { ExplorerStartQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useRegionWords } from '../../language/region.js'
import { startTexts } from '../../language/start.js'
import { EntityName } from '../../parts/entity-name.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { sameFigure } from '../../parts/same-figure.js'
import { Term } from '../../parts/term.js'

/** The headline numbers, computed and as a source states them; nothing where no jobs can be told. */
export function Headline({ spillover }: { readonly spillover: ExplorerStartQuery['spillover'] }) {
  const texts = useTexts(startTexts)
  const parts = useTexts(partTexts)
  const words = useRegionWords()
  const format = useFormat()
  const { query } = useLocation()
  const { total, table, comparisons, regional } = spillover
  if (total === null) return null
  const stated = comparisons.find(({ computed }) => sameFigure(computed, total.spillover))
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{texts.figures}</h2>
      <dl class="figures figures-in-line">
        <div>
          <dt>
            <Term of="direct">{texts.direct}</Term>
          </dt>
          <dd>{format.count(total.direct)}</dd>
        </div>
        <div>
          <dt>
            <Term of="spillover">{texts.spillover}</Term>
          </dt>
          <dd>
            {format.count(total.spillover)}
            {stated && stated.claim.value !== null && (
              <a class="quiet" href={linkTo(entityLink(stated.claim.id), { lang: query.lang })}>
                {words.statedValue.replace('{value}', format.count(stated.claim.value))}
              </a>
            )}
          </dd>
        </div>
        <div class="part">
          <dt>
            <Term of="indirect">{texts.indirect}</Term>
          </dt>
          <dd>{format.count(total.indirect)}</dd>
        </div>
        <div class="part">
          <dt>
            <Term of="induced">{texts.induced}</Term>
          </dt>
          <dd>{format.count(total.induced)}</dd>
        </div>
      </dl>
      {regional && <RegionalNote text={regional.text} />}
      <p class="quiet">
        {parts.computedFrom}{' '}
        <EntityName entity={{ id: table.id, name: parts.inputOutputTable(table.year, table.publisher) }} />
      </p>
    </section>
  )
}
