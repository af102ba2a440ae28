import type { SupplierFilterPart } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Empty } from '../../parts/answered.js'
import { inSentence } from './finding.js'
import type { FirmsAnswer } from './firms-answer.js'
import type { FirmsQuestion, SupplierAddress } from './supply-question.js'

/** What each part of a filter is called in the address. */
const namesOf: Readonly<Record<SupplierFilterPart, readonly string[]>> = {
  CATEGORIES: ['category'],
  REQUIREMENTS: ['fulfils', 'known'],
  SIZE_CLASSES: ['size'],
  EMPLOYEES: ['from', 'to'],
  BASES: ['basis'],
  MUNICIPALITIES: ['place'],
  TEXT: ['text'],
  DISTANCE: ['within'],
}

/** Why there is no firm: whom to ask where none is known, else what stands in the way and what each step back would give. */
export function NoFirms({
  answer: { facets },
  question: { filter },
  address,
}: {
  readonly answer: FirmsAnswer
  readonly question: FirmsQuestion
  readonly address: SupplierAddress
}) {
  const texts = useTexts(supplierTexts)
  const { count } = useFormat()
  if (facets.all === 0) {
    return (
      <Empty>
        <p>{texts.noFirms}</p>
        <p>{texts.whomToAsk}</p>
      </Empty>
    )
  }
  const asked = [...(filter.fulfils ?? []), ...(filter.mayFulfil ?? [])]
  const standing = facets.requirements.filter(({ requirement }) => asked.includes(requirement.id))
  const helpful = facets.loosened.filter(({ firms }) => firms > 0)
  return (
    <Empty>
      <p>{texts.noneAsFiltered}</p>
      {standing
        .filter(({ lacking, notKnown }) => lacking + notKnown > 0)
        .map(({ requirement, fulfilling, lacking, notKnown }) => (
          <p key={requirement.id}>
            {texts.standingOf(
              inSentence(requirement.name),
              count(fulfilling + lacking + notKnown),
              count(fulfilling),
              count(lacking),
              count(notKnown),
            )}
          </p>
        ))}
      {helpful.length === 0 ? (
        <p>{texts.severalStand}</p>
      ) : (
        <>
          <p>{texts.loosen}</p>
          <ul class="plain-list">
            {helpful.map(({ without, firms }) => (
              <li key={without}>
                <button
                  type="button"
                  onClick={() => address.change(Object.fromEntries(namesOf[without].map((name) => [name, null])))}
                >
                  {texts.without[without]}
                </button>{' '}
                {texts.firms(firms, count(firms))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Empty>
  )
}
