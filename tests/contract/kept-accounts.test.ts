import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accountLine,
  changeAccount,
  makeAccount,
  tokenLine,
  toldAccounts,
} from '../../src/commands/accounts/told-accounts.js'
import { askGraph } from '../../src/commands/ask.js'
import type { AskApi } from '../../src/commands/asked-api.js'
import type { Graph } from '../../src/graph/graph.js'
import { silent } from '../../src/kernel/progress.js'
import { edition } from '../edition.js'
import { describeOnEachEngine } from './engines.js'

const password = 'gott om tid 7'

describeOnEachEngine('accounts kept on the machine', (_, __, openSeeded) => {
  let graph: Graph
  let ask: AskApi
  beforeAll(async () => {
    graph = await openSeeded()
    ask = (query, variables) => askGraph(graph, edition, query, variables, silent)
  }, 180_000)
  afterAll(() => graph.close())

  const lines = async () => {
    const found: string[] = []
    for await (const account of toldAccounts(ask)) found.push(accountLine(account))
    return found
  }

  it('are made, changed and listed as the API tells of them', async () => {
    await makeAccount(ask, {
      name: 'maria',
      role: 'CONTRIBUTOR',
      password,
      actsFor: [{ actor: 'actor:iuc-norr', from: '2026-01-01' }],
    })
    await makeAccount(ask, { name: 'Anna', displayName: 'Anna A', role: 'ADMIN', password })
    await makeAccount(ask, { name: 'robot', role: 'EDITOR' })
    await changeAccount(ask, { name: 'robot', isDisabled: true })
    expect(await lines()).toEqual([
      'anna\tADMIN\tAnna A\tpassword\t',
      'maria\tCONTRIBUTOR\tmaria\tpassword\tactor:iuc-norr 2026-01-01–',
      'robot\tEDITOR\trobot\tdisabled\t',
    ])
  })

  it('have tokens, whose secret is told once', async () => {
    const token = { account: 'maria', name: 'lists', days: 3 }
    const answer = await ask('mutation ($token: CreateTokenInput!) { createToken(input: $token) { secret } }', {
      token,
    })
    expect(answer).toEqual({ createToken: { secret: expect.stringMatching(/^norrgraph_/) } })
    for await (const { name, tokens } of toldAccounts(ask)) {
      const told = tokens.map((each) => tokenLine(name, each))
      expect(told).toEqual(name === 'maria' ? [expect.stringMatching(/^token:\S+\tmaria\tCONTRIBUTOR\tuntil /)] : [])
    }
  })

  it('are refused what cannot be', async () => {
    const createToken = (input: object) =>
      ask('mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }', { input })
    for (const [refused, words] of [
      [() => makeAccount(ask, { name: 'anna', role: 'ADMIN', password }), /There is an account anna already/],
      [() => makeAccount(ask, { name: 'local', role: 'ADMIN', password }), /no name that an account may have/],
      [() => makeAccount(ask, { name: 'a'.repeat(10_000), role: 'ADMIN', password }), /^.{0,200}$/],
      [() => makeAccount(ask, { name: 'eva', role: 'ADMIN', password: 'eva-eva-eva-1' }), /beside the account's name/],
      [() => changeAccount(ask, { name: 'anna', role: 'EDITOR' }), /last ADMIN/],
      [() => changeAccount(ask, { name: 'anna', isDisabled: true }), /last ADMIN/],
      [() => changeAccount(ask, { name: 'maria', actsFor: [{ actor: 'actor:nobody' }] }), /no actor:nobody/],
      [() => ask('mutation { removeAccount(name: "anna") { name } }', {}), /last ADMIN/],
      [() => createToken({ account: 'maria', name: 'lists', role: 'ADMIN' }), /at most CONTRIBUTOR/],
      [() => createToken({ account: 'maria', name: 'lists', days: 400 }), /from 1 to 366/],
      [() => ask('mutation { revokeToken(id: "token:none") { id } }', {}), /no token:none/],
    ] as const) {
      await expect(refused()).rejects.toThrow(words)
    }
    expect(await lines()).toHaveLength(3)
  })
})
