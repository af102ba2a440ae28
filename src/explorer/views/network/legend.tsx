import type { EntityKind } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { KindSymbol } from './symbol.js'

/** Which kinds the signs of a drawing stand for, and how many there are of each; a kind that is pressed is hidden, and comes back. */
export function KindLegend({
  kinds,
  isColoured,
  hidden,
  onHide,
  onShow,
}: {
  readonly kinds: readonly (readonly [kind: EntityKind, count: number])[]
  /** Whether colours stand for kinds, and not for communities. */
  readonly isColoured: boolean
  readonly hidden: readonly EntityKind[]
  readonly onHide: (kind: EntityKind) => void
  readonly onShow: (kind: EntityKind) => void
}) {
  const texts = useTexts(networkTexts)
  const names = useTexts(partTexts).kinds
  const format = useFormat()
  return (
    <>
      <ul class="legend network-legend" aria-label={texts.legend}>
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            <button
              type="button"
              class="legend-kind"
              title={texts.hide(names[kind].toLowerCase())}
              onClick={() => onHide(kind)}
            >
              <KindSymbol kind={kind} colour={isColoured ? undefined : '--quiet'} /> {names[kind]} (
              {format.count(count)})
            </button>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <p class="legend-hidden no-print">
          <span class="quiet">{texts.hiddenKinds}:</span>{' '}
          {hidden.map((kind) => (
            <button key={kind} type="button" class="small" onClick={() => onShow(kind)}>
              <span class="unseen">{texts.showAgain(names[kind].toLowerCase())}</span>
              <span aria-hidden="true">{names[kind]} ×</span>
            </button>
          ))}
        </p>
      )}
    </>
  )
}
