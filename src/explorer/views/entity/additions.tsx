import { linkTo, useAddress } from '../../address.js'
import type { EntityKind, ExplorerSessionQuery } from '../../generated/graphql.js'
import { doingTexts } from '../../language/doings.js'
import { useTexts } from '../../language/language.js'
import { useSaved } from '../../parts/use-saved.js'
import { isEditor } from '../../session.js'

type Viewer = NonNullable<ExplorerSessionQuery['viewer']>

/** Kinds of which a claim says something that one looks for there, beside those that people write. */
const ofRegion: readonly EntityKind[] = [
  ...(['MUNICIPALITY', 'COUNTY', 'COUNTRY', 'SECTOR', 'NEED', 'SUPPORT_AREA'] as const),
  ...(['SUPPLY_CATEGORY', 'REQUIREMENT'] as const),
]

/** Whether the page of what comes with the region leads to a new claim about it. */
export const takesClaims = (kind: EntityKind): boolean => ofRegion.includes(kind)

/** What is added from the page of a place. */
const inPlaces = ['FIRM', 'SUPPORT_ACTOR', 'ESTABLISHMENT'] as const

/** What can be added from the page of something that comes with the region: firms, actors and ventures in a place, and claims. */
export function Additions({
  kind,
  to,
  viewer,
}: {
  readonly kind: EntityKind
  readonly to: string
  readonly viewer: Viewer
}) {
  const texts = useTexts(doingTexts)
  const lang = useAddress().get('lang')
  const [told] = useSaved()
  const mayPublish = isEditor(viewer)
  const words = mayPublish ? texts.new : texts.newProposed
  const isPlace = kind === 'MUNICIPALITY' || kind === 'COUNTY'
  return (
    <div class="doings no-print">
      <ul class="doings-further" aria-label={texts.additions}>
        {isPlace &&
          inPlaces.map((each) => (
            <li key={each}>
              <a href={linkTo('/edit', { new: each, in: to, lang })}>{words[each]}</a>
            </li>
          ))}
        <li>
          <a href={linkTo('/edit', { new: 'CLAIM', about: to, lang })}>
            {mayPublish ? texts.addClaim : texts.proposeClaim}
          </a>
        </li>
      </ul>
      <p class="told" role="status">
        {told}
      </p>
    </div>
  )
}
