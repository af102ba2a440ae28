import { useEffect, useRef } from 'preact/hooks'
import type { ExplorerNetworkQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { EntityName } from '../../parts/entity-name.js'
import { colourOfKind } from './colours.js'

type ShownNetwork = ExplorerNetworkQuery['neighbourhood']

/** The nodes of a drawing as a list that the keyboard reaches: each with its page, and with its neighbours on demand. */
export function NodeList({
  network,
  starts,
  chosen,
  onExpand,
  onRemove,
}: {
  readonly network: ShownNetwork
  readonly starts: readonly string[]
  readonly chosen: string | null
  readonly onExpand: (id: string) => void
  readonly onRemove: (id: string) => void
}) {
  const texts = useTexts(networkTexts)
  const kinds = useTexts(partTexts).kinds
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen === null) return
    const item = [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-node') === chosen)
    item?.scrollIntoView({ block: 'nearest' })
    item?.querySelector('a')?.focus({ preventScroll: true })
  }, [chosen])
  const hiddenOf = (id: string) => network.hidden.filter(({ node }) => node.id === id)
  return (
    <section class="panel" aria-labelledby="nodes">
      <h2 id="nodes">{texts.nodes}</h2>
      <ul ref={list} class="node-list">
        {network.nodes.map(({ id, label, kind, tier }) => (
          <li key={id} data-node={id} class={id === chosen ? 'chosen' : undefined}>
            <span class="swatch" style={{ background: `var(${colourOfKind(kind)})` }} />{' '}
            <EntityName entity={{ id, name: label }} />{' '}
            <span class="kind">
              {kinds[kind]}
              {tier !== null && `, ${tier === 0 ? texts.start : texts.steps(format.count(tier))}`}
            </span>
            {hiddenOf(id).map((hidden) => (
              <div key={hidden.kind} class="quiet">
                {texts.hidden(format.count(hidden.count), kinds[hidden.kind])}
              </div>
            ))}
            <div>
              {starts.includes(id) ? (
                starts.length > 1 && (
                  <button
                    type="button"
                    class="small"
                    onClick={() => onRemove(id)}
                    aria-label={`${texts.remove}: ${label}`}
                  >
                    {texts.remove}
                  </button>
                )
              ) : (
                <button
                  type="button"
                  class="small"
                  onClick={() => onExpand(id)}
                  aria-label={`${texts.expand}: ${label}`}
                >
                  {texts.expand}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
