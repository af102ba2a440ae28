import { linkTo } from '../address.js'
import { graphql } from '../generated/gql.js'
import { currentDay } from './current-day.js'

/** When the graph was changed last. */
export const stateDocument = graphql(`
  query ExplorerState {
    changes(first: 1) {
      nodes {
        at
      }
    }
  }
`)

/** Views that are asked as of a day: a link that is kept names it. */
const ofDay: readonly string[] = ['/support', '/coverage']

/**
 * Where a link to keep leads on this server: it names the day that the answer is of, and the state of the graph, so that it can say whether that has changed.
 * @param state when the graph was changed last, if it ever was.
 */
export function keptLink(
  path: string,
  query: Readonly<Record<string, string | null>>,
  state: string | undefined,
): string {
  const day = ofDay.includes(path) ? { asOf: query.asOf ?? currentDay() } : {}
  const kept = { ...query, ...day, state: state ?? new Date().toISOString() }
  return linkTo(path, kept)
}
