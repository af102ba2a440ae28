import { useState } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { WholeSentence } from './sentences.js'
import type { Way } from './shown.js'

/** The ways that are offered before one asks for more. */
const FIRST = 3

/** The ways between two nodes, the shortest first; the chosen one in sentences, step by step, each with its source. */
export function Ways({
  ways,
  chosen,
  onChoose,
}: {
  readonly ways: readonly Way[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}) {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const parts = useTexts(partTexts)
  const [shown, setShown] = useState(FIRST)
  const way = ways[chosen]
  if (!way) return null
  const labels = new Map(way.nodes.map(({ id, label }) => [id, label]))
  return (
    <section class="panel" aria-labelledby="ways">
      <h2 id="ways">{texts.paths}</h2>
      <ol class="way-sentences">
        {way.edges.map((edge, index) => (
          <li key={edge.id}>
            <WholeSentence edge={edge} from={way.nodes[index]?.id ?? edge.source} labels={labels} />
          </li>
        ))}
      </ol>
      {ways.length > 1 && (
        <ul class="way-list no-print" aria-label={texts.otherWays}>
          {ways.slice(0, Math.max(shown, chosen + 1)).map(({ nodes, edges, length }, index) => (
            <li key={edges.map(({ id }) => id).join()}>
              <button type="button" aria-pressed={index === chosen} onClick={() => onChoose(index)}>
                <span class="unseen">{texts.way(format.count(index + 1))}: </span>
                {nodes.map(({ label }) => label).join(' → ')}{' '}
                <span class="quiet">{texts.waySteps(format.count(length))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {ways.length > Math.max(shown, chosen + 1) && (
        <p class="no-print">
          <button type="button" class="small" onClick={() => setShown(ways.length)}>
            {parts.more}
          </button>{' '}
          <span class="quiet">{parts.shown(format.count(shown), format.count(ways.length))}</span>
        </p>
      )}
    </section>
  )
}
