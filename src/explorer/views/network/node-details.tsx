import { useFormat, useLang, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { Answered } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'
import { aroundDocument } from './documents.js'
import type { DrawnNode } from './drawn.js'
import type { AskedAround } from './question.js'
import { SentencesOf } from './sentences.js'
import { edgesAt, type Hidden, type ShownNetwork } from './shown.js'

/** The neighbours of a node of a large network that its sentences are asked for at most. */
const MOST_ASKED = 60

/** What can be done with a node. */
export interface NodeActions {
  readonly onExpand: (id: string) => void
  readonly onRemove: (id: string) => void
  readonly onWay: (id: string) => void
}

/** What is known of how a network was asked for. */
export interface Surroundings {
  /** How a node's own surroundings would be asked for. */
  readonly asked: Omit<AskedAround, 'of'>
  /** Nodes whose neighbours are shown. */
  readonly expanded: readonly string[]
  /** Whether it lies between two ends, which cannot be taken away. */
  readonly isBetween: boolean
}

interface DetailsProps extends NodeActions, Surroundings {
  readonly node: DrawnNode
  readonly network: ShownNetwork
  readonly hidden: readonly Hidden[]
}

/** What a node hangs together with, in sentences with their sources, and what can be done with it. */
export function NodeDetails({
  node,
  network,
  asked,
  expanded,
  isBetween,
  hidden,
  onExpand,
  onRemove,
  onWay,
}: DetailsProps) {
  const { id, label, isStart, degree } = node
  const texts = useTexts(networkTexts)
  const { kinds } = useTexts(partTexts)
  const format = useFormat()
  const isKept = isStart && (isBetween || network.starts.length < 2)
  const button = (text: string, act: (id: string) => void) => (
    <button type="button" class="small" onClick={() => act(id)} aria-label={`${text}: ${label}`}>
      {text}
    </button>
  )
  return (
    <div class="node-details">
      <p>
        <EntityName entity={{ id, name: label }} /> <span class="quiet">{texts.inGraph(format.count(degree))}</span>
      </p>
      <p class="node-actions">
        {!expanded.includes(id) && button(texts.expand, onExpand)}
        {!isKept && button(texts.remove, onRemove)}
        {!isStart && button(texts.wayTo, onWay)}
      </p>
      {asked.told ? (
        <ToldAlready id={id} network={network} />
      ) : (
        <ToldOnDemand id={id} network={network} asked={asked} />
      )}
      {hidden.map(({ kind, count }) => (
        <p key={kind} class="quiet">
          {texts.hidden(format.count(count), kinds[kind])}
        </p>
      ))}
    </div>
  )
}

function ToldAlready({ id, network }: { readonly id: string; readonly network: ShownNetwork }) {
  const texts = useTexts(networkTexts)
  const labels = new Map(network.nodes.map((each) => [each.id, each.label]))
  if (edgesAt(network.edges, id).length === 0) return <p class="quiet">{texts.noneShown}</p>
  return <SentencesOf id={id} edges={network.edges} labels={labels} />
}

/** In a large network relationships are drawn without what they say; of one node that is asked for when it is opened. */
function ToldOnDemand({
  id,
  network,
  asked,
}: {
  readonly id: string
  readonly network: ShownNetwork
  readonly asked: Omit<AskedAround, 'of'>
}) {
  const lang = useLang()
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const answer = useAnswer(aroundDocument, { ...asked, of: [id], depth: 1, limit: MOST_ASKED, told: true, lang })
  const shown = new Set(network.nodes.map((each) => each.id))
  return (
    <Answered answer={answer}>
      {({ neighbourhood: { nodes, edges, truncated } }) => (
        <>
          <SentencesOf
            id={id}
            edges={edges.filter(({ source, target }) => shown.has(source) && shown.has(target))}
            labels={new Map(nodes.map((each) => [each.id, each.label]))}
          />
          {truncated && <p class="quiet">{texts.firstShown(format.count(MOST_ASKED))}</p>}
        </>
      )}
    </Answered>
  )
}
