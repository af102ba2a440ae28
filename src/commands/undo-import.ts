import { Command } from 'commander'
import { z } from 'zod'
import { localEditor } from '../accounts/viewer.js'
import { takeBackImport } from '../writing/corrections/take-back-import.js'
import { runningServer } from './remote/running-server.js'
import { say } from './say.js'
import { withGraph } from './with-graph.js'

interface Options {
  readonly reason?: string
  readonly url?: string
}

const mutation = `mutation ($input: TakeBackImportInput!) {
  takeBackImport(input: $input) { change { id counts { added changed gone } } }
}`

const counts = z.object({ added: z.number(), changed: z.number(), gone: z.number() })
const answer = z.object({ takeBackImport: z.object({ change: z.object({ id: z.string(), counts }) }) })

/** `norrgraph undo-import`: what a list changed becomes what it was before. */
export const undoImportCommand = (): Command =>
  new Command('undo-import')
    .description('take back what a list changed, whole or broken off: what its source says is as it was before')
    .argument('<change>', 'the change that the list became, such as change:0190…; history tells it')
    .option('--reason <text>', 'why')
    .option('--url <address>', 'ask a running server instead of opening the graph')
    .action(async (change: string, { reason, url }: Options) => {
      const input = { change, reason: reason ?? null }
      const done = url === undefined ? await takenBackHere(input) : await takenBackThere(url, input)
      const { added, changed, gone } = done.counts
      say(`Took ${change} back by ${done.change}: ${added} brought back, ${changed} as before, ${gone} gone.`)
    })

const takenBackHere = (input: { readonly change: string; readonly reason: string | null }) =>
  withGraph((graph, edition) => takeBackImport({ graph, edition, viewer: localEditor }, input))

async function takenBackThere(url: string, input: { readonly change: string; readonly reason: string | null }) {
  const { change } = answer.parse(await runningServer(url).ask(mutation, { input })).takeBackImport
  return { change: change.id, counts: change.counts }
}
