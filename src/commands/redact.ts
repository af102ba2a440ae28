import { Command } from 'commander'
import { z } from 'zod'
import { redactChange } from '../writing/redacting/redact.js'
import { runningServer } from './remote/running-server.js'
import { say } from './say.js'
import { withGraph } from './with-graph.js'

interface Options {
  readonly entity?: string
  readonly url?: string
}

const mutation = `mutation ($input: RedactChangeInput!) {
  redactChange(input: $input) { change { id } remarks }
}`

const answer = z.object({ redactChange: z.object({ remarks: z.array(z.string()) }) })

/** `norrgraph redact`: blanks what should never have been written. */
export const redactCommand = (): Command =>
  new Command('redact')
    .description('blank what a change wrote and should never have: it cannot be brought back')
    .argument('<change>', 'the change, such as change:0190…; history tells it')
    .option('--entity <id>', "of a list's change, only what it says of this entity")
    .option('--url <address>', 'ask a running server, with the token of an ADMIN, instead of opening the graph')
    .action(async (change: string, { entity, url }: Options) => {
      const input = { change, entity: entity ?? null }
      const { remarks } =
        url === undefined
          ? await withGraph((graph, edition) => redactChange({ graph, edition }, input))
          : answer.parse(await runningServer(url).ask(mutation, { input })).redactChange
      say(`Blanked what ${change} wrote${entity === undefined ? '' : ` of ${entity}`}.`)
      for (const remark of remarks) say(remark)
    })
