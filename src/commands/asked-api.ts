import type { Command } from 'commander'
import { type Progress, silent } from '../kernel/progress.js'
import { RefusedError } from '../kernel/refused-error.js'
import { askGraph } from './ask.js'
import { runningServer } from './remote/running-server.js'
import { withGraph } from './with-graph.js'

/** Asks the API. @throws RefusedError with what it says. */
export type AskApi = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>

/** Where a command finds the graph. */
export interface Where {
  readonly url?: string
}

/** Lets a command of an ADMIN ask a running server. */
export const besideServer = (command: Command): Command =>
  command.option(
    '--url <address>',
    'ask a running server, with the token of an ADMIN in NORRGRAPH_TOKEN or NORRGRAPH_TOKEN_FILE, instead of opening the graph',
  )

/**
 * Does something by the API: of a running server, or of the graph that the settings name, as its ADMIN.
 * @param progress of what takes long on the graph itself.
 * @throws what `withGraph` and the work throw.
 */
export async function byApi<Result>(
  { url }: Where,
  work: (ask: AskApi) => Promise<Result>,
  progress: Progress = silent,
): Promise<Result> {
  if (url !== undefined) return work(inWordsOfCommands(runningServer(url).ask))
  return withGraph((graph, edition) =>
    work(inWordsOfCommands((query, variables) => askGraph(graph, edition, query, variables, progress))),
  )
}

/** What the API calls `input.role` is an argument or option here. */
function inWordsOfCommands(ask: AskApi): AskApi {
  return async (query, variables) => {
    try {
      return await ask(query, variables)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      throw new RefusedError(error.message.replaceAll(/\binput\.(?=\w)/g, ''))
    }
  }
}
