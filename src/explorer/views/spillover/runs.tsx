import { type Address, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerRunsQuery, SpilloverRunFilter, SpilloverRunOrder } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { Answered, Empty } from '../../parts/answered.js'
import { dayIn } from '../../parts/in-address.js'
import { TableLinks } from '../../parts/table-links.js'
import { useTitle } from '../../parts/use-title.js'
import { useAnswer } from '../../use-answer.js'
import { ChosenRuns } from './chosen-runs.js'
import { closures, methods } from './question.js'
import { useRun } from './run-document.js'
import { type ChosenRun, RunList } from './run-list.js'
import { RunSearch } from './run-search.js'
import { spilloverLink } from './spillover-link.js'

const runsDocument = graphql(`
  query ExplorerRuns($filter: SpilloverRunFilter!, $orderBy: SpilloverRunOrder!, $after: String, $lang: Lang!) {
    spilloverRuns(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
      totalCount
      nodes {
        ...ExplorerRunListed
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What a search for runs keeps in the address, beside the question that the runs can be compared with. */
const searchNames = ['find', 'of', 'by', 'with', 'holds', 'since', 'own', 'order', 'after'] as const
const orders: readonly SpilloverRunOrder[] = ['NEWEST', 'NAME']

function filterOf({ get }: Pick<Address, 'get'>): SpilloverRunFilter {
  const text = get('find')
  return {
    // A text without a letter or digit finds nothing, and the API refuses it.
    text: text !== null && /[\p{L}\p{N}]/u.test(text) ? text : null,
    table: get('of'),
    method: methods.find((method) => method === get('by')) ?? null,
    closure: closures.find((closure) => closure === get('with')) ?? null,
    establishment: get('holds'),
    from: dayIn({ get }, 'since'),
    own: get('own') === 'yes' ? true : null,
  }
}

/** The stored runs: found by name, table, method, venture, day and whose they are; opened, compared and taken away. */
export function Runs() {
  const texts = useTexts(runTexts)
  const lang = useLang()
  const address = useAddress()
  useTitle(texts.heading)
  const filter = filterOf(address)
  const order = orders.find((each) => each === address.get('order')) ?? 'NEWEST'
  const answer = useAnswer(runsDocument, { filter, orderBy: order, after: address.get('after'), lang })
  const first = useRun(address.get('first'))
  const isSearch = searchNames.some((name) => name !== 'order' && address.get(name) !== null)
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="no-print">
        <a href={spilloverLink(address)}>{texts.back}</a>
      </p>
      <ChosenRuns address={address} first={first} />
      <RunSearch address={address} orders={orders} order={order} />
      <Answered answer={answer}>
        {({ spilloverRuns }) => (
          <Found runs={spilloverRuns} address={address} first={first.run} isSearch={isSearch} again={answer.again} />
        )}
      </Answered>
      <TableLinks table="spillover-runs" asked={{ ...filter, orderBy: order }} />
    </>
  )
}

function Found({
  runs: { totalCount, nodes, pageInfo },
  address,
  first,
  isSearch,
  again,
}: {
  readonly runs: ExplorerRunsQuery['spilloverRuns']
  readonly address: Address
  readonly first: ChosenRun | null
  readonly isSearch: boolean
  readonly again: () => void
}) {
  const texts = useTexts(runTexts)
  const format = useFormat()
  if (nodes.length === 0) return <Empty>{isSearch ? texts.none : texts.noneYet}</Empty>
  return (
    <>
      <p role="status">{texts.found(format.count(totalCount), totalCount === 1)}</p>
      <RunList runs={nodes} first={first} address={address} onRemoved={again} />
      <p class="no-print spillover-actions">
        {pageInfo.hasNextPage && (
          <button type="button" onClick={() => address.set({ after: pageInfo.endCursor })}>
            {texts.further}
          </button>
        )}
        {address.get('after') !== null && (
          <button type="button" onClick={() => address.set({ after: null })}>
            {texts.toStart}
          </button>
        )}
      </p>
    </>
  )
}
