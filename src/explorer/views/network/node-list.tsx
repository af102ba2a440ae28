import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import type { DrawnNode } from './drawn.js'
import { type NodeActions, NodeDetails, type Surroundings } from './node-details.js'
import type { Hidden, ShownNetwork } from './shown.js'
import { KindSymbol } from './symbol.js'

/** How many more nodes the list shows at a time: two thousand at once would keep the page from answering. */
const PAGE = 100

/**
 * The nodes of a drawing as a list that the keyboard reaches: each opens to what it hangs together with, in sentences, and
 * to what can be done with it. The one that has the focus, or the pointer, stands out in the drawing.
 */
export function NodeList({
  network,
  nodes,
  surroundings,
  chosen,
  onChoose,
  onPoint,
  actions,
}: {
  readonly network: ShownNetwork
  readonly nodes: readonly DrawnNode[]
  readonly surroundings: Surroundings
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly onPoint: (id: string | null) => void
  readonly actions: NodeActions
}) {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const parts = useTexts(partTexts)
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(PAGE)
  const first = nodes.slice(0, shown)
  // What was chosen in the drawing is listed, however far down it stands.
  const beyond = nodes.slice(shown).filter(({ id }) => id === chosen)
  const itemOf = (id: string) =>
    [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-node') === id)
  const pressed = useRef<string | null>(null)
  // A new network moves the nodes about, and an element that is moved or gone loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each network
  useLayoutEffect(() => {
    const id = pressed.current
    if (id === null || document.activeElement !== document.body) return
    pressed.current = null
    const place = itemOf(id)?.querySelector('button') ?? list.current?.querySelector('button')
    place?.focus({ preventScroll: true })
  }, [network])
  useEffect(() => {
    if (chosen === null) return
    const item = [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-node') === chosen)
    item?.scrollIntoView({ block: 'nearest' })
    item?.querySelector('button')?.focus({ preventScroll: true })
  }, [chosen])
  const hidden = useMemo(() => hiddenByNode(network.hidden), [network])
  const remembered = (act: (id: string) => void) => (id: string) => {
    pressed.current = id
    act(id)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const heads: (Element | null)[] = [...(list.current?.querySelectorAll<HTMLElement>('.node-head') ?? [])]
    const at = heads.indexOf(document.activeElement)
    if (step === 0 || at < 0) return
    event.preventDefault()
    const next = heads[Math.max(0, Math.min(heads.length - 1, at + step))]
    if (next instanceof HTMLElement) next.focus()
  }
  return (
    <section class="panel no-print" aria-labelledby="nodes">
      <h2 id="nodes">{texts.nodes}</h2>
      <p id="nodes-keys" class="unseen">
        {texts.arrowKeys}
      </p>
      <ul ref={list} class="node-list" aria-describedby="nodes-keys" onPointerLeave={() => onPoint(null)}>
        {[...beyond, ...first].map((node) => {
          const { id, label, kind, tier, colour, isStart } = node
          const isOpen = id === chosen
          return (
            <li key={id} data-node={id} class={isOpen ? 'chosen' : undefined} onPointerEnter={() => onPoint(id)}>
              <button
                type="button"
                class="node-head"
                aria-expanded={isOpen}
                onClick={() => onChoose(isOpen ? null : id)}
                onFocus={() => onPoint(id)}
                onBlur={() => onPoint(null)}
                onKeyDown={onKeyDown}
              >
                <KindSymbol kind={kind} colour={colour} /> <span class="node-name">{label}</span>{' '}
                <span class="kind">
                  {parts.kinds[kind]}
                  {isStart && `, ${texts.start}`}
                  {!isStart && tier !== null && tier > 0 && `, ${texts.steps(format.count(tier))}`}
                </span>
              </button>
              {isOpen && (
                <NodeDetails
                  node={node}
                  network={network}
                  {...surroundings}
                  hidden={hidden.get(id) ?? []}
                  onExpand={remembered(actions.onExpand)}
                  onRemove={remembered(actions.onRemove)}
                  onWay={remembered(actions.onWay)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {shown < nodes.length && (
        <p>
          <button type="button" class="small" onClick={() => setShown(shown + PAGE)}>
            {parts.more}
          </button>{' '}
          <span class="quiet">{parts.shown(format.count(shown), format.count(nodes.length))}</span>
        </p>
      )}
    </section>
  )
}

function hiddenByNode(rows: readonly Hidden[]): ReadonlyMap<string, readonly Hidden[]> {
  const found = new Map<string, Hidden[]>()
  for (const row of rows) {
    const others = found.get(row.node.id)
    if (others) others.push(row)
    else found.set(row.node.id, [row])
  }
  return found
}
