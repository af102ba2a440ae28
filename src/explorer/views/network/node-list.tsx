import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ExplorerNetworkQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { EntityName } from '../../parts/entity-name.js'

type ShownNetwork = ExplorerNetworkQuery['neighbourhood']

/** How many more nodes the list shows at a time: two thousand at once would keep the page from answering. */
const PAGE = 100

/** The nodes of a drawing as a list that the keyboard reaches: each with its page, and with its neighbours on demand. */
export function NodeList({
  network,
  colours,
  starts,
  chosen,
  onExpand,
  onRemove,
}: {
  readonly network: ShownNetwork
  /** The colour that each node is drawn in, as the style sheet names it. */
  readonly colours: ReadonlyMap<string, string>
  readonly starts: readonly string[]
  readonly chosen: string | null
  readonly onExpand: (id: string) => void
  readonly onRemove: (id: string) => void
}) {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const parts = useTexts(partTexts)
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(PAGE)
  const first = network.nodes.slice(0, shown)
  // What was chosen in the drawing is listed, however far down it stands.
  const beyond = network.nodes.slice(shown).filter(({ id }) => id === chosen)
  const itemOf = (id: string) =>
    [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-node') === id)
  const pressed = useRef<string | null>(null)
  // A new network moves the nodes about, and an element that is moved loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each network
  useLayoutEffect(() => {
    const id = pressed.current
    pressed.current = null
    if (id === null || document.activeElement !== document.body) return
    const place = itemOf(id)?.querySelector('button') ?? list.current?.querySelector('a')
    place?.focus({ preventScroll: true })
  }, [network])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each choice
  useEffect(() => {
    if (chosen === null) return
    const item = itemOf(chosen)
    item?.scrollIntoView({ block: 'nearest' })
    item?.querySelector('a')?.focus({ preventScroll: true })
  }, [chosen])
  const press = (id: string, then: (id: string) => void) => {
    pressed.current = id
    then(id)
  }
  const hidden = useMemo(() => hiddenByNode(network.hidden), [network])
  return (
    <section class="panel" aria-labelledby="nodes">
      <h2 id="nodes">{texts.nodes}</h2>
      <ul ref={list} class="node-list">
        {[...beyond, ...first].map(({ id, label, kind, tier }) => (
          <li key={id} data-node={id} class={id === chosen ? 'chosen' : undefined}>
            <span class="swatch" style={{ background: `var(${colours.get(id)})` }} />{' '}
            <EntityName entity={{ id, name: label }} />{' '}
            <span class="kind">
              {parts.kinds[kind]}
              {tier !== null && `, ${tier === 0 ? texts.start : texts.steps(format.count(tier))}`}
            </span>
            {hidden.get(id)?.map(({ kind: hiddenKind, count }) => (
              <div key={hiddenKind} class="quiet">
                {texts.hidden(format.count(count), parts.kinds[hiddenKind])}
              </div>
            ))}
            <div>
              {starts.includes(id) ? (
                starts.length > 1 && (
                  <button
                    type="button"
                    class="small"
                    onClick={() => press(id, onRemove)}
                    aria-label={`${texts.remove}: ${label}`}
                  >
                    {texts.remove}
                  </button>
                )
              ) : (
                <button
                  type="button"
                  class="small"
                  onClick={() => press(id, onExpand)}
                  aria-label={`${texts.expand}: ${label}`}
                >
                  {texts.expand}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown < network.nodes.length && (
        <p>
          <button type="button" class="small" onClick={() => setShown(shown + PAGE)}>
            {parts.more}
          </button>{' '}
          <span class="quiet">{parts.shown(format.count(shown), format.count(network.nodes.length))}</span>
        </p>
      )}
    </section>
  )
}

type Hidden = ShownNetwork['hidden'][number]

function hiddenByNode(rows: readonly Hidden[]): ReadonlyMap<string, readonly Hidden[]> {
  const found = new Map<string, Hidden[]>()
  for (const row of rows) {
    const others = found.get(row.node.id)
    if (others) others.push(row)
    else found.set(row.node.id, [row])
  }
  return found
}
