import { Command } from 'commander'
import { z } from 'zod'
import { besideServer, byApi, type Where } from './asked-api.js'
import { say } from './say.js'

interface Options extends Where {
  readonly entity?: string
}

const mutation = `mutation ($input: RedactChangeInput!) {
  redactChange(input: $input) { change { id } remarks }
}`

const answer = z.object({ redactChange: z.object({ remarks: z.array(z.string()) }) })

/** `norrgraph redact`: blanks what should never have been written. */
export const redactCommand = (): Command =>
  besideServer(new Command('redact'))
    .description('blank what a change wrote and should never have: it cannot be brought back')
    .argument('<change>', 'the change, such as change:0190…; history tells it')
    .option('--entity <id>', "of a list's change, only what it says of this entity")
    .action(async (change: string, { entity, ...where }: Options) => {
      const input = { change, entity: entity ?? null }
      const { remarks } = answer.parse(await byApi(where, (ask) => ask(mutation, { input }))).redactChange
      say(`Blanked what ${change} wrote${entity === undefined ? '' : ` of ${entity}`}.`)
      for (const remark of remarks) say(remark)
    })
