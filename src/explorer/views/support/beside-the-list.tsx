import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerBesideFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { evidenceOf } from './profile.js'

graphql(`
  fragment ExplorerBeside on SupportMatchConnection {
    moreWithLess
    doors {
      id
      name(lang: $lang)
      contact {
        ...ExplorerContact
      }
    }
    assumed {
      text(lang: $lang)
    }
  }
`)

/** What stands beside those who can help: who may know, and doors to knock on. */
export function BesideTheList({
  beside: { moreWithLess, doors },
  address,
}: {
  readonly beside: ExplorerBesideFragment
  /** What the answer is of; null where it is an example's, which is shown as it is. */
  readonly address: Address | null
}) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const widened = address !== null && evidenceOf(address) === 'AREA'
  return (
    <>
      {address !== null && (widened || moreWithLess > 0) && (
        <p class="no-print">
          <button
            type="button"
            aria-pressed={widened}
            onClick={() => address.set({ evidence: widened ? null : 'AREA' })}
          >
            {widened ? texts.notLess : texts.less(format.count(moreWithLess))}
          </button>{' '}
          <span class="quiet">{texts.lessWhy}</span>
        </p>
      )}
      {doors.length > 0 && (
        <section class="panel beside" aria-labelledby="doors">
          <h3 id="doors">{texts.doors}</h3>
          <p class="quiet no-print">{texts.doorsWhy}</p>
          <ul>
            {doors.map((door) => (
              <li key={door.id} class="beside-item">
                <EntityName entity={door} />
                <ContactLine contact={door.contact} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
