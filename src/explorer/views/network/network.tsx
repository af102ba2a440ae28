import { useMemo, useState } from 'preact/hooks'
import { type Address, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { EntityKind, ExplorerNetworkQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import { Answered, Empty } from '../../parts/answered.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { CheckField, SelectField } from '../../parts/fields.js'
import { useAnswer } from '../../use-answer.js'
import { colourOfCommunity, colourOfKind } from './colours.js'
import { Drawing } from './drawing.js'
import { ExportLinks } from './export-links.js'
import { KindLegend } from './legend.js'
import { NodeList } from './node-list.js'
import { Paths } from './paths.js'

const networkDocument = graphql(`
  query ExplorerNetwork($of: [ID!]!, $depth: Int!, $kinds: [EntityKind!], $limit: Int, $lang: Lang!) {
    neighbourhood(of: $of, depth: $depth, kinds: $kinds, limit: $limit) {
      nodes {
        id
        label(lang: $lang)
        kind
        degree
        tier
      }
      edges {
        id
        source
        target
        kind
      }
      truncated
      hidden {
        node {
          id
        }
        kind
        count
      }
      warnings {
        code
        message(lang: $lang)
      }
    }
  }
`)

const metricsDocument = graphql(`
  query ExplorerCommunities($of: [ID!]!, $depth: Int!, $kinds: [EntityKind!], $limit: Int) {
    networkMetrics(of: $of, depth: $depth, kinds: $kinds, limit: $limit) {
      communityCount
      nodes {
        node {
          id
        }
        community
      }
    }
  }
`)

/** What is drawn at most; a larger network is cut, and the page says so. */
const MOST_DRAWN = 2000
const LIMITS = [100, 300, 1000, MOST_DRAWN]
const MOST_MEASURED = 500
const shownKinds: readonly EntityKind[] = [
  'MUNICIPALITY',
  'COUNTY',
  'ESTABLISHMENT',
  'SUPPORT_ACTOR',
  'INITIATIVE',
  'FIRM',
  'NEED',
  'SUPPORT_AREA',
  'SUPPLY_CATEGORY',
  'REQUIREMENT',
  'SECTOR',
  'RECOMMENDATION',
]

/** What lies around some entities, drawn and listed; all of it in the address. */
export function Network() {
  const texts = useTexts(networkTexts)
  const lang = useLang()
  const address = useAddress()
  const asked = askedOf(address)
  const answer = useAnswer(networkDocument, asked === null ? null : { ...asked, lang })
  const add = (id: string) => address.set({ of: [...new Set([...address.list('of'), id])].join(',') })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <div class="columns network-searches">
        <EntitySearch label={texts.add} onPick={({ id }) => add(id)} />
        {asked !== null && <EntitySearch label={texts.pathTo} onPick={({ id }) => address.set({ to: id })} />}
      </div>
      <NetworkForm address={address} />
      {asked === null && <Empty>{texts.startHere}</Empty>}
      {asked !== null && address.get('to') && <Paths from={asked.of[0] ?? ''} to={address.get('to') ?? ''} />}
      <Answered answer={answer}>
        {({ neighbourhood }) => <Shown network={neighbourhood} address={address} add={add} />}
      </Answered>
    </>
  )
}

interface Asked {
  readonly of: string[]
  readonly depth: number
  readonly kinds: EntityKind[] | null
  readonly limit: number
}

function askedOf(address: Address): Asked | null {
  const of = [...address.list('of')]
  if (of.length === 0) return null
  const kinds = shownKinds.filter((kind) => address.list('kinds').includes(kind))
  return {
    of,
    depth: Number(address.get('depth') ?? 1),
    kinds: kinds.length > 0 ? kinds : null,
    limit: Math.min(Number(address.get('limit') ?? LIMITS[0]), MOST_DRAWN),
  }
}

function NetworkForm({ address }: { readonly address: Address }) {
  const texts = useTexts(networkTexts)
  const kindNames = useTexts(partTexts).kinds
  const numbers = (values: readonly number[]) =>
    values.map((value) => ({ id: String(value), name: String(value), group: null }))
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div class="toolbar">
        <SelectField
          label={texts.depth}
          choices={numbers([1, 2, 3, 4])}
          value={address.get('depth') ?? '1'}
          onChange={(depth) => address.set({ depth })}
        />
        <SelectField
          label={texts.limit}
          choices={numbers(LIMITS)}
          value={address.get('limit') ?? String(LIMITS[0])}
          onChange={(limit) => address.set({ limit })}
        />
        <SelectField
          label={texts.colour}
          none={texts.byKind}
          choices={[{ id: 'community', name: texts.byCommunity, group: null }]}
          value={address.get('colour')}
          onChange={(colour) => address.set({ colour })}
        />
      </div>
      <details class="field">
        <summary>{texts.kinds}</summary>
        <CheckField
          label={texts.kinds}
          choices={shownKinds.map((id) => ({ id, name: kindNames[id], group: null }))}
          values={address.list('kinds')}
          onChange={(kinds) => address.set({ kinds: kinds.join(',') })}
        />
      </details>
    </form>
  )
}

type ShownNetwork = ExplorerNetworkQuery['neighbourhood']

function Shown({
  network,
  address,
  add,
}: {
  readonly network: ShownNetwork
  readonly address: Address
  readonly add: (id: string) => void
}) {
  const texts = useTexts(networkTexts)
  const kindNames: Readonly<Record<string, string>> = useTexts(partTexts).kinds
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const communities = useCommunities(address)
  const starts = startsOf(network, address.list('of'))
  const key = starts.join(',')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the starts
  const nodes = useMemo(
    () =>
      network.nodes.map(({ id, label, kind, degree }) => {
        const community = communities?.of.get(id)
        const colour = communities ? colourOfCommunity(community ?? Number.POSITIVE_INFINITY) : colourOfKind(kind)
        return { id, label, degree, colour, start: starts.includes(id) }
      }),
    [network, communities, key],
  )
  return (
    <>
      <p>
        {texts.drawn(format.count(network.nodes.length), format.count(network.edges.length))}{' '}
        {communities && texts.communities(format.count(communities.count))}
      </p>
      {network.truncated && <Empty>{texts.truncated}</Empty>}
      {network.warnings.length > 0 && (
        <Empty>
          {texts.tooFew}
          {network.warnings.map(({ code, message }) => (
            <p key={code} class="quiet">
              {withNames(message, kindNames)}
            </p>
          ))}
        </Empty>
      )}
      <div class="map-and-panel">
        <Drawing label={texts.picture} nodes={nodes} edges={network.edges} onChoose={setChosen}>
          {communities === null && <KindLegend kinds={new Set(network.nodes.map(({ kind }) => kind))} />}
        </Drawing>
        <NodeList
          network={network}
          colours={new Map(nodes.map(({ id, colour }) => [id, colour]))}
          starts={starts}
          chosen={chosen}
          onExpand={add}
          onRemove={(id) => address.set({ of: starts.filter((start) => start !== id).join(',') })}
        />
      </div>
      <ExportLinks address={address} />
    </>
  )
}

/** What the drawing begins at, in the order of the address; what was merged away since the link was made goes by its id now. */
function startsOf({ nodes }: ShownNetwork, asked: readonly string[]): string[] {
  const drawn = nodes.filter(({ tier }) => tier === 0).map(({ id }) => id)
  return [...asked.filter((id) => drawn.includes(id)), ...drawn.filter((id) => !asked.includes(id))]
}

/** A sentence of the API with its words for kinds as the page has them. */
const withNames = (sentence: string, names: Readonly<Record<string, string>>): string =>
  sentence.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (word) => names[word]?.toLowerCase() ?? word)

interface Communities {
  readonly count: number
  readonly of: ReadonlyMap<string, number>
}

/** The communities of what is shown, where they are asked for. */
function useCommunities(address: Address): Communities | null {
  const asked = askedOf(address)
  const wanted = address.get('colour') === 'community' && asked !== null
  const { data } = useAnswer(metricsDocument, wanted ? { ...asked, limit: Math.min(asked.limit, MOST_MEASURED) } : null)
  return useMemo(() => {
    if (!wanted || !data) return null
    const { communityCount, nodes } = data.networkMetrics
    return { count: communityCount, of: new Map(nodes.map(({ node, community }) => [node.id, community])) }
  }, [wanted, data])
}
