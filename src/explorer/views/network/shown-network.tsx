import { useMemo, useState } from 'preact/hooks'
import type { Address } from '../../address.js'
import type { EntityKind } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { Empty } from '../../parts/answered.js'
import { wholeIn } from '../../parts/in-address.js'
import { colourOfCommunity, colourOfKind } from './colours.js'
import type { DrawnNode } from './drawn.js'
import { ExportLinks } from './export-links.js'
import { Figure } from './figure.js'
import { KindLegend } from './legend.js'
import { linesOf, neighboursOf } from './lines.js'
import { NodeList } from './node-list.js'
import { askedOf, passesCounties } from './question.js'
import { type Around, linesOfWay, type ShownNetwork, shownNetwork, type Way } from './shown.js'
import { NetworkTables } from './tables.js'
import { useCommunities } from './use-communities.js'
import { Ways } from './ways.js'
import { byKind, useFinding } from './words.js'

interface ShownProps {
  /** What the answer is of. */
  readonly asked: Address
  /** The ways between two; null where none were asked for. */
  readonly ways: readonly Way[] | null
  readonly lying: Around | null
  readonly names: ReadonlyMap<string, string>
  readonly change: (values: Readonly<Record<string, string | null>>) => void
  readonly add: (id: string) => void
}

/** A network as a picture with its title, as sentences, as a list, as tables and as files. */
export function Shown({ asked, ways, lying, names, change, add }: ShownProps) {
  const texts = useTexts(networkTexts)
  const kindNames: Readonly<Record<string, string>> = useTexts(partTexts).kinds
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const { between, around } = askedOf(asked)
  const communities = useCommunities(asked.get('colour') === 'community' ? around : null)
  const of = asked.get('of')
  const to = asked.get('to')
  const network = useMemo(
    () => shownNetwork(lying, ways ?? [], { of: of?.split(',') ?? [], to }),
    [lying, ways, of, to],
  )
  const nodes = useMemo(
    () =>
      network.nodes.map((node): DrawnNode => {
        const community = communities?.of.get(node.id) ?? Number.POSITIVE_INFINITY
        const colour = communities ? colourOfCommunity(community) : colourOfKind(node.kind)
        return { ...node, colour, isStart: network.starts.includes(node.id) }
      }),
    [network, communities],
  )
  const lines = useMemo(() => linesOf(network.edges), [network])
  const neighbours = useMemo(() => neighboursOf(lines), [lines])
  const wayAt = Math.min(Math.max(1, wholeIn(asked, 'way') ?? 1), Math.max(1, ways?.length ?? 1)) - 1
  const way = ways?.[wayAt]
  const marked = useMemo(() => way && { nodes: way.nodes.map(({ id }) => id), lines: linesOfWay(way) }, [way])
  const stepped = useMemo(() => (ways ?? []).map((each) => each.nodes.map(({ id }) => id)), [ways])

  const hidden = asked.list('hide').filter((kind): kind is EntityKind => kind in kindNames)
  const without = asked.list('without')
  const title = useTitle(network, way ?? null)
  const shows = useShows(network, { ways, hidden, without, communities: communities?.count ?? null })
  const isThere = (id: string | null) => (id !== null && nodes.some((node) => node.id === id) ? id : null)
  const removed = (id: string) => {
    const kept = (name: string) => asked.list(name).filter((each) => each !== id)
    const isStart = between === null && network.starts.includes(id)
    change(
      isStart
        ? { of: network.starts.filter((each) => each !== id).join(',') }
        : { around: kept('around').join(','), without: [...without, id].join(','), way: null },
    )
  }
  const isChanged = [...hidden, ...without, ...asked.list('around')].length > 0
  const files = filesAsked(asked, network, between !== null)
  if (between !== null && nodes.length === 0) {
    return <Empty>{passesCounties(asked) ? texts.noPathAtAll : texts.noPath}</Empty>
  }
  return (
    <>
      {network.warnings.length > 0 && network.edges.length === 0 && (
        <Empty>
          {texts.tooFew}
          {network.warnings.filter(isTold).map(({ code }) => (
            <p key={code} class="quiet">
              {texts.whyFew[code]}
            </p>
          ))}
        </Empty>
      )}
      <div class="map-and-panel network-shown">
        <Figure
          title={title}
          shows={shows}
          sources={
            network.edges.length > 0 && sourcesOf(network).length === 0 ? [texts.eachItsSource] : sourcesOf(network)
          }
          nodes={nodes}
          lines={lines}
          neighbours={neighbours}
          ways={stepped}
          marked={marked ?? null}
          focus={isThere(pointed) ?? isThere(chosen)}
          onPoint={setPointed}
          onChoose={setChosen}
          onReset={isChanged ? () => change({ hide: null, without: null, around: null, way: null }) : null}
        >
          <KindLegend
            kinds={byKind(network.nodes)}
            isColoured={communities === null}
            hidden={hidden}
            onHide={(kind) => change({ hide: [...hidden, kind].join(','), way: null })}
            onShow={(kind) => change({ hide: hidden.filter((each) => each !== kind).join(','), way: null })}
          />
          {without.length > 0 && (
            <p class="legend-hidden no-print">
              <span class="quiet">{texts.away}:</span>{' '}
              {without.map((id) => (
                <button
                  key={id}
                  type="button"
                  class="small"
                  onClick={() => change({ without: without.filter((each) => each !== id).join(','), way: null })}
                >
                  <span class="unseen">{texts.putBack(names.get(id) ?? '')}</span>
                  <span aria-hidden="true">{names.get(id) ?? '…'} ×</span>
                </button>
              ))}
            </p>
          )}
        </Figure>
        <div class="network-beside">
          {ways !== null && (
            <Ways ways={ways} chosen={wayAt} onChoose={(index) => change({ way: String(index + 1) })} />
          )}
          <NodeList
            network={network}
            nodes={nodes}
            surroundings={{
              asked: around ?? { depth: 1, kinds: null, withoutKinds: [], without: [], limit: 1, told: true },
              expanded: between === null ? network.starts : asked.list('around'),
              isBetween: between !== null,
            }}
            chosen={isThere(chosen)}
            onChoose={setChosen}
            onPoint={setPointed}
            actions={{
              onExpand: add,
              onRemove: removed,
              onWay: (id) => change({ of: network.starts[0] ?? null, to: id, around: null, way: null }),
            }}
          />
        </div>
      </div>
      <NetworkTables network={network} />
      {files && <ExportLinks asked={files} />}
    </>
  )
}

/** The most starts that the API takes: of a network with more, that lies between two, there is no file. */
const MOST_STARTS = 200

/** The same network as the server's files are asked for it; of ways between two, what joins the nodes that are shown. */
function filesAsked(asked: Address, { nodes }: ShownNetwork, isBetween: boolean) {
  if (isBetween) {
    return nodes.length > MOST_STARTS ? null : { of: nodes.map(({ id }) => id).join(','), depth: '0' }
  }
  return {
    of: asked.get('of'),
    depth: asked.get('depth') ?? '1',
    kinds: asked.get('kinds'),
    withoutKinds: asked.get('hide'),
    without: asked.get('without'),
    limit: String(askedOf(asked).around?.limit ?? ''),
  }
}

function sourcesOf({ edges }: ShownNetwork): string[] {
  const counts = new Map<string, number>()
  for (const { statedBy } of edges) if (statedBy) counts.set(statedBy.name, (counts.get(statedBy.name) ?? 0) + 1)
  return [...counts]
    .toSorted(([, few], [, many]) => many - few)
    .map(([name]) => name)
    .slice(0, 4)
}

function useTitle(network: ShownNetwork, way: Way | null): string {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const finding = useFinding()
  if (way === null) return finding(network)
  const labels = way.nodes.map(({ label }) => label)
  const ends = format.list([labels.at(0) ?? '', labels.at(-1) ?? ''])
  return texts.isWay(ends, format.count(way.length), format.list(labels.slice(1, -1)))
}

/** How much is shown, of how much, and what was left out, in one line. */
function useShows(
  { nodes, edges, truncated, hidden: left, starts }: ShownNetwork,
  {
    ways,
    hidden,
    without,
    communities,
  }: Pick<ShownProps, 'ways'> & {
    readonly hidden: readonly EntityKind[]
    readonly without: readonly string[]
    readonly communities: number | null
  },
): string {
  const texts = useTexts(networkTexts)
  const { kinds } = useTexts(partTexts)
  const format = useFormat()
  const [start] = starts
  const unseen =
    starts.length === 1 ? left.filter(({ node }) => node.id === start).reduce((sum, { count }) => sum + count, 0) : 0
  const degree = nodes.find(({ id }) => id === start)?.degree ?? 0
  return [
    texts.drawn(format.count(nodes.length), format.count(edges.length)),
    ...(ways === null ? [] : [texts.waysShown(format.count(ways.length))]),
    ...(unseen > 0 ? [texts.ofAll(format.count(degree - unseen), format.count(degree))] : []),
    ...(truncated ? [texts.cut] : []),
    ...(hidden.length > 0 ? [texts.leftOut(format.list(hidden.map((kind) => kinds[kind].toLowerCase())))] : []),
    ...(without.length > 0 ? [texts.takenAway(format.count(without.length))] : []),
    ...(communities === null ? [] : [texts.communities(format.count(communities))]),
  ].join(' · ')
}

type Told = keyof (typeof networkTexts)['sv']['whyFew']

/** Whether the page has a sentence of its own: the API's name ids and words of its arguments. */
const isTold = (warning: { readonly code: string }): warning is { readonly code: Told } =>
  warning.code in networkTexts.sv.whyFew
