import { Command } from 'commander'
import { z } from 'zod'
import type { Role } from '../../accounts/viewer.js'
import { besideServer, byApi, type Where } from '../asked-api.js'
import { complain, say } from '../say.js'
import { daysOf, nameOf, roleOf } from './options.js'
import { tokenLine, toldAccounts } from './told-accounts.js'

interface AddOptions extends Where {
  readonly for: string
  readonly role?: Role
  readonly days?: number
}

const made = z.object({
  createToken: z.object({
    secret: z.string(),
    token: z.object({ id: z.string(), role: z.string(), expiresAt: z.string() }),
  }),
})

/** `norrgraph tokens`: ways in for programs. */
export const tokenCommands = (): Command =>
  new Command('tokens')
    .description('ways in for programs, each in the name of an account')
    .addHelpText(
      'after',
      '\nExample: npx norrgraph tokens add anna --for "nightly list" --role EDITOR --days 30 > token.txt' +
        '\nA program sends it as Authorization: Bearer …; NORRGRAPH_TOKEN_FILE=token.txt lets these commands send it.',
    )
    .addCommand(
      besideServer(new Command('add'))
        .description('makes a token; what is to be sent is printed this once, alone on standard output')
        .argument('<name>', 'the account in whose name it is', nameOf)
        .requiredOption('--for <what>', 'what it is for')
        .option('--role <role>', "what it may, not more than its account; the account's where left out", roleOf)
        .option('--days <number>', 'for how many days, at most 366; 90 where left out', daysOf)
        .action(add),
    )
    .addCommand(
      besideServer(new Command('list'))
        .description('lists tokens: id, account, role, until when, what for')
        .argument('[name]', 'of one account; of all where left out', nameOf)
        .action(list),
    )
    .addCommand(
      besideServer(new Command('revoke'))
        .description('ends a token at once')
        .argument('<id>', 'such as token:0190…, as tokens list says it')
        .action((id: string, where: Where) =>
          byApi(where, async (ask) => {
            await ask('mutation ($id: ID!) { revokeToken(id: $id) { id } }', { id })
            say(`Ended ${id}.`)
          }),
        ),
    )

const add = (account: string, { for: name, role, days, ...where }: AddOptions): Promise<void> =>
  byApi(where, async (ask) => {
    const input = { account, name, role, days }
    const answer = await ask(
      'mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id role expiresAt } } }',
      { input },
    )
    const { secret, token } = made.parse(answer).createToken
    process.stdout.write(`${secret}\n`)
    complain(`${token.id}: of ${account}, ${token.role}, until ${token.expiresAt.slice(0, 10)}. It is shown this once.`)
  })

const list = (name: string | undefined, where: Where): Promise<void> =>
  byApi(where, async (ask) => {
    for await (const account of toldAccounts(ask)) {
      if (name !== undefined && account.name !== name) continue
      for (const token of account.tokens) say(tokenLine(account.name, token))
      if (name !== undefined) return
    }
    if (name !== undefined) complain(`There is no account ${name}.`)
  })
