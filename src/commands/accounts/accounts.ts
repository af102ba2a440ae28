import { Command } from 'commander'
import { z } from 'zod'
import type { Role } from '../../accounts/viewer.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { type AskApi, besideServer, byApi, type Where } from '../asked-api.js'
import { complain, say } from '../say.js'
import { askedPassword } from './asked-password.js'
import { dayOf, nameOf, roleOf } from './options.js'
import { accountLine, changeAccount, makeAccount, toldAccounts } from './told-accounts.js'

interface AddOptions extends Where {
  readonly role: Role
  readonly name?: string
  readonly actsFor?: readonly string[]
  readonly password: boolean
}

interface ActsForOptions extends Where {
  readonly from?: string
  readonly to?: string
  readonly end?: boolean
}

const command = (name: string, description: string): Command => besideServer(new Command(name).description(description))

const ofAccount = (name: string, description: string): Command =>
  command(name, description).argument('<name>', "the account's name", nameOf)

/** `norrgraph accounts`: who may sign in, and what they may. */
export const accountCommands = (): Command =>
  new Command('accounts')
    .description('who may sign in, and what they may do')
    .addHelpText(
      'after',
      '\nThe first: npx norrgraph accounts add anna --role ADMIN --name "Anna Andersson"' +
        '\nBeside a running server: NORRGRAPH_TOKEN_FILE=token.txt npx norrgraph accounts list --url http://127.0.0.1:4000' +
        '\nPasswords are asked for, or read from the first line of standard input. More: docs/operations.md.',
    )
    .addCommand(
      ofAccount('add', 'makes an account')
        .requiredOption('--role <role>', 'what it may: READER, CONTRIBUTOR, EDITOR or ADMIN', roleOf)
        .option('--name <name>', 'what it is called; as its name where left out')
        .option('--acts-for <actor...>', 'support actors that it acts for, such as actor:business-north')
        .option('--no-password', 'without a password: it has tokens alone')
        .action(add),
    )
    .addCommand(
      command('list', 'lists accounts: name, role, what they are called, ways in, whom they act for').action(
        (where: Where) =>
          byApi(where, async (ask) => {
            for await (const account of toldAccounts(ask)) say(accountLine(account))
          }),
      ),
    )
    .addCommand(
      ofAccount('role', 'gives an account another role')
        .argument('<role>', 'READER, CONTRIBUTOR, EDITOR or ADMIN', roleOf)
        .action((name: string, role: Role, where: Where) => change(where, { name, role })),
    )
    .addCommand(
      ofAccount('acts-for', 'says which support actors an account acts for')
        .argument('<actor...>', 'their ids, such as actor:business-north')
        .option('--from <day>', 'from which day on; today where left out', dayOf)
        .option('--to <day>', 'the last day; no end where left out', dayOf)
        .option('--end', 'it no longer acts for them, from today on')
        .action(actFor),
    )
    .addCommand(
      ofAccount('disable', 'lets an account do nothing any more, at once').action((name: string, where: Where) =>
        change(where, { name, isDisabled: true }),
      ),
    )
    .addCommand(
      ofAccount('enable', 'lets a disabled account in again').action((name: string, where: Where) =>
        change(where, { name, isDisabled: false }),
      ),
    )
    .addCommand(
      ofAccount('password', 'gives an account a new password, and ends its sessions').action(
        (name: string, where: Where) =>
          byApi(where, async (ask) => {
            await requireAccount(ask, name)
            say(accountLine(await changeAccount(ask, { name, password: await askedPassword(name) })))
          }),
      ),
    )
    .addCommand(
      ofAccount('remove', 'takes an account out, with its tokens; changes keep its name').action(
        (name: string, where: Where) =>
          byApi(where, async (ask) => {
            await ask('mutation ($name: String!) { removeAccount(name: $name) { name } }', { name })
            say(`Took ${name} out.`)
          }),
      ),
    )

const add = (name: string, { role, name: displayName, actsFor = [], password, ...where }: AddOptions): Promise<void> =>
  byApi(where, async (ask) => {
    const isFirst = (await countOf(ask)) === 0
    const account = await makeAccount(ask, {
      ...{ name, role, actsFor: actsFor.map((actor) => ({ actor })) },
      ...(displayName === undefined ? {} : { displayName }),
      ...(password ? { password: await askedPassword(name) } : {}),
    })
    say(accountLine(account))
    if (!isFirst) return
    complain('From now on writing in the register takes an account.')
    if (role !== 'ADMIN' || !password) {
      complain(
        'Nobody keeps accounts in the explorer yet: norrgraph accounts add NAME --role ADMIN makes one who does.',
      )
    }
  })

const counted = z.object({ accounts: z.object({ totalCount: z.number() }) })

const countOf = async (ask: AskApi): Promise<number> =>
  counted.parse(await ask('{ accounts(first: 1) { totalCount } }', {})).accounts.totalCount

/** @throws RefusedError before a password is asked for in vain. */
async function requireAccount(ask: AskApi, name: string): Promise<void> {
  for await (const account of toldAccounts(ask)) if (account.name === name) return
  throw new RefusedError(`There is no account ${name}`)
}

function actFor(name: string, actors: readonly string[], { from, to, end, ...where }: ActsForOptions): Promise<void> {
  if (!end) return change(where, { name, actsFor: actors.map((actor) => ({ actor, from, to })) })
  if (from !== undefined || to !== undefined) throw new RefusedError('--end ends today, and takes no days')
  return change(where, { name, endActsFor: actors })
}

const change = (where: Where, input: object): Promise<void> =>
  byApi(where, async (ask) => say(accountLine(await changeAccount(ask, input))))
