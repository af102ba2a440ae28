import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import type { DrawnNode } from './drawn.js'
import type { Line } from './lines.js'
import type { Point, Size } from './places.js'
import { edgesAt, type ShownEdge } from './shown.js'
import { useSentences } from './words.js'

/** What is pointed at in a drawing. */
export type Tipped = { readonly node: string } | { readonly line: string }

/** The relationships that a tip tells. */
const TOLD = 6
const WIDTH = 280

/** What is pointed at: a node with its kind and what it hangs together with, or what a line says. The list tells the same. */
export function Tip({
  tipped,
  nodes,
  lines,
  at,
  size,
}: {
  readonly tipped: Tipped
  readonly nodes: readonly DrawnNode[]
  readonly lines: readonly Line<ShownEdge>[]
  readonly at: Point
  readonly size: Size | null
}) {
  const texts = useTexts(networkTexts)
  const { kinds } = useTexts(partTexts)
  const format = useFormat()
  const sentenceOf = useSentences()
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const node = 'node' in tipped ? nodes.find(({ id }) => id === tipped.node) : undefined
  const line = 'line' in tipped ? lines.find(({ key }) => key === tipped.line) : undefined
  const edges = node
    ? edgesAt(
        lines.filter(({ one, other }) => one === node.id || other === node.id).flatMap((each) => each.edges),
        node.id,
      )
    : (line?.edges ?? [])
  const isRight = at.x + 16 + WIDTH > (size?.width ?? 0)
  const across = isRight ? { right: Math.max(4, (size?.width ?? 0) - at.x + 16) } : { left: at.x + 16 }
  const isLow = at.y > (size?.height ?? 0) / 2
  const down = isLow ? { bottom: (size?.height ?? 0) - at.y + 8 } : { top: at.y + 8 }
  return (
    <div class="network-tip" style={{ ...across, ...down }} aria-hidden="true">
      {node && (
        <>
          <strong>{node.label}</strong>
          <div class="quiet">
            {kinds[node.kind]} · {texts.inGraph(format.count(node.degree))}
          </div>
        </>
      )}
      <ul>
        {edges.slice(0, TOLD).map((edge) => {
          const { subject, verb, object, details } = sentenceOf(edge, node?.id ?? edge.source)
          return (
            <li key={edge.id}>
              {!node && `${labels.get(subject)} `}
              {verb} {labels.get(object)}
              {details !== '' && ` (${details})`}
            </li>
          )
        })}
        {edges.length > TOLD && <li>{texts.andOthers(format.count(edges.length - TOLD))}</li>}
      </ul>
    </div>
  )
}
