import { Command } from 'commander'
import { z } from 'zod'
import { byApi, type Where } from './asked-api.js'
import { say } from './say.js'

interface Options extends Where {
  readonly reason?: string
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
    .action(async (change: string, { reason, ...where }: Options) => {
      const input = { change, reason: reason ?? null }
      const { takeBackImport: done } = answer.parse(await byApi(where, (ask) => ask(mutation, { input })))
      const { added, changed, gone } = done.change.counts
      say(`Took ${change} back by ${done.change.id}: ${added} brought back, ${changed} as before, ${gone} gone.`)
    })
