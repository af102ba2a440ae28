import { graphql } from '../../generated/gql.js'
import type { ExplorerPlannedFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerPlanned on PlannedHelp {
    name(lang: $lang)
    initiative {
      id
      name(lang: $lang)
    }
    help
    level
    evidence
  }
`)

/** Who would help in a cell by what is tried, with what and for whom: nobody of them does today. */
export function PlannedHelpers({ planned }: { readonly planned: readonly ExplorerPlannedFragment[] }) {
  const texts = useTexts(coverageTexts)
  const { help: kinds } = useTexts(supportTexts)
  const format = useFormat()
  const how = ({ help, initiative, evidence }: ExplorerPlannedFragment): string => {
    if (help.length > 0) return format.list(help.map((kind) => kinds[kind]))
    if (evidence === 'AREA') return texts.mayKnow
    return evidence === 'COMPETENCE' && initiative === null ? texts.couldDo : texts.noOffer
  }
  return (
    <>
      <h3>{texts.would}</h3>
      {planned.length === 0 && <p class="quiet">{texts.wouldNot}</p>}
      <ul class="helpers">
        {planned.map((each) => (
          <li key={each.initiative?.id ?? each.name}>
            {each.initiative ? <EntityName entity={each.initiative} /> : <strong>{each.name}</strong>}{' '}
            <span class="tag">{texts.planned}</span>
            <div class="quiet">
              {how(each)}; {texts.wouldReach[each.level ?? 'NONE']}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
