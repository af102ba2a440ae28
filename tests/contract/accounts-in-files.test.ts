import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { areAccountsKept, createAccount, updateAccount, viewerOfAccount } from '../../src/accounts/accounts.js'
import { keepSession, readSession } from '../../src/accounts/sessions.js'
import { signIn } from '../../src/accounts/sign-in.js'
import { createToken, viewerOfToken } from '../../src/accounts/tokens.js'
import { localAdmin } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { importGraph } from '../../src/import/graph.js'
import { today } from '../../src/kernel/day.js'
import { describeOnEachEngine } from './engines.js'

const password = 'gott om tid 7'

describeOnEachEngine('accounts in a graph’s file', (_, __, openSeeded) => {
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  const file = (name: string) => join(folder, `${name}.jsonl`)
  const opened: Graph[] = []
  let secret = ''
  const embedded = async () => {
    const graph = await openGraph({ engine: 'embedded', path: null })
    opened.push(graph)
    return graph
  }
  beforeAll(async () => {
    const graph = await openSeeded()
    const actsFor = [{ actor: 'actor:iuc-norr', from: '2026-01-01' }]
    await createAccount(graph, { name: 'anna', displayName: 'Anna A', role: 'ADMIN', password }, today())
    await createAccount(graph, { name: 'maria', role: 'CONTRIBUTOR', password, actsFor }, today())
    await createAccount(graph, { name: 'eva', role: 'EDITOR', password }, today())
    await updateAccount(graph, { name: 'eva', isDisabled: true }, today())
    const made = await createToken(graph, localAdmin, { account: 'maria', name: 'lists', days: 3 })
    secret = made.secret
    await keepSession(graph, 'a cookie', { account: 'anna', epoch: 1, flow: null })
    await signIn(graph, 'anna', 'a wrong one 8', '192.0.2.1')
    await exportGraph(graph, file('with'), undefined, { withAccounts: true })
    await exportGraph(graph, file('without'))
    await graph.close()
  }, 240_000)
  afterAll(async () => {
    for (const graph of opened) await graph.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('let in who was let in, and nobody who was not', async () => {
    const graph = await embedded()
    expect(await importGraph(graph, file('with'))).toMatchObject({ accounts: 3, actings: 1, tokens: 1 })
    expect(await signIn(graph, 'anna', password, '192.0.2.2')).toMatchObject({ account: 'anna' })
    expect(await signIn(graph, 'eva', password, '192.0.2.2')).toBeNull()
    expect(await signIn(graph, 'anna', 'a wrong one 8', '192.0.2.2')).toBeNull()
    expect(await viewerOfToken(graph, secret, today())).toMatchObject({
      ...{ name: 'maria', displayName: 'maria', role: 'CONTRIBUTOR', actsFor: ['actor:iuc-norr'], hasAccount: true },
    })
    expect(await viewerOfAccount(graph, 'eva', today())).toBeNull()
    expect(await readSession(graph, 'a cookie')).toBeNull()
    await exportGraph(graph, file('again'), undefined, { withAccounts: true })
    expect(readFileSync(file('again'), 'utf8')).toBe(readFileSync(file('with'), 'utf8'))
  })

  it('are in none that is not asked for them, which older programs read too', async () => {
    const text = readFileSync(file('without'), 'utf8')
    expect(text).not.toMatch(/"(account|acting|token|accounts|actings|tokens)":|argon2|Anna A/)
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ format: 2 })
    const graph = await embedded()
    expect(await importGraph(graph, file('without'))).toMatchObject({ accounts: 0, actings: 0, tokens: 0 })
    expect(await areAccountsKept(graph)).toBe(false)
  })

  it('hold no session, no wait, no password and nothing that a program sends', () => {
    const text = readFileSync(file('with'), 'utf8')
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ format: 3 })
    expect(text).toMatch(/argon2id/)
    for (const hidden of [password, secret, 'a cookie', 'seenAt', '"until"']) expect(text).not.toContain(hidden)
  })

  it('come into a graph whole or not at all', async () => {
    const lines = readFileSync(file('with'), 'utf8').trimEnd().split('\n')
    for (const [wrong, words] of [
      [{ account: 'account:ulla', properties: { name: 'eva' } }, /line 2: properties: displayName/],
      [
        {
          account: 'account:ulla',
          properties: { name: 'eva', displayName: 'E', role: 'ADMIN', createdAt: '2026-01-01T00:00:00.000Z', epoch: 1 },
        },
        /line 2: account: is not eva/,
      ],
      [
        { acting: 'acting:x', properties: { account: 'anna', actor: 'actor:x', validFrom: 'soon' } },
        /line 2: .*validFrom/,
      ],
    ] as const) {
      const [header = '', ...rest] = lines
      writeFileSync(file('wrong'), [header, JSON.stringify(wrong), ...rest].join('\n'))
      const into = await embedded()
      await expect(importGraph(into, file('wrong'))).rejects.toThrow(words)
    }
    writeFileSync(file('cut'), lines.slice(0, -1).join('\n'))
    const into = await embedded()
    await expect(importGraph(into, file('cut'))).rejects.toThrow(/ends before its last line/)
    expect(await areAccountsKept(into)).toBe(false)
  })
})
