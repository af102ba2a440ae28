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

/** What stands beside those who can help: who may know, doors to knock on, and what was assumed. */
export function BesideTheList({
  beside: { moreWithLess, doors, assumed },
  address,
}: {
  readonly beside: ExplorerBesideFragment
  readonly address: Address
}) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const widened = evidenceOf(address) === 'AREA'
  return (
    <>
      {(widened || moreWithLess > 0) && (
        <p class="no-print">
          <button
            type="button"
            aria-pressed={widened}
            onClick={() => address.set({ evidence: widened ? null : 'AREA', shown: null })}
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
      {assumed.length > 0 && (
        <section class="panel beside" aria-labelledby="assumed">
          <h3 id="assumed">{texts.assumed}</h3>
          <ul>
            {assumed.map(({ text }) => (
              <li key={text} class="beside-item">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
