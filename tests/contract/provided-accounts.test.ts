import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, removeAccount, requireAccount, updateAccount } from '../../src/accounts/accounts.js'
import { type Person, signInPerson } from '../../src/accounts/provided-accounts.js'
import { FLOW_LASTS, keepSession, readSession, takeFlow } from '../../src/accounts/sessions.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { today } from '../../src/kernel/day.js'
import { describeOnEachEngine } from './engines.js'

const kept = query<Record<never, never>>()(
  'all that is kept of accounts',
  z.object({ name: z.string(), displayName: z.string(), role: z.string(), subject: z.string().nullable() }),
  `MATCH (account:Account)
   RETURN account.name AS name, account.displayName AS displayName, account.role AS role, account.subject AS subject
   ORDER BY name`,
)

const issuer = 'https://sign-in.kommun.example'

describeOnEachEngine('accounts of a provider', (open) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await open()
  })
  afterAll(() => graph.close())

  const person = (own: Partial<Person>): Person => ({
    ...{ issuer, subject: 'one', preferredName: null, email: null, fullName: null },
    ...own,
  })
  const signIn = (own: Partial<Person>) => signInPerson(graph, person(own), today())
  const nameOf = async (own: Partial<Person>) => (await signIn(own))?.account
  const account = (name: string) => requireAccount(graph, name)

  it.each<readonly [string, Partial<Person>, string | RegExp]>([
    ['what they prefer', { subject: 'a', preferredName: 'Åsa.Öst@Kommun.example' }, 'asa.ost@kommun.example'],
    ['what they prefer, as far as it fits', { subject: 'b', preferredName: `x${'y'.repeat(90)}` }, /^xy{55}$/],
    ['their mailbox', { subject: 'c', email: 'bo.berg@kommun.example' }, 'bo.berg'],
    [
      'their mailbox where nothing is left of the other',
      { subject: 'd', preferredName: '..', email: 'd@x.example' },
      'd',
    ],
    ['nothing that stands for somebody else', { subject: 'e', preferredName: 'local' }, /^account-[0-9a-f]{8}$/],
    ['nothing where nothing is said', { subject: 'f' }, /^account-[0-9a-f]{8}$/],
    ["no person's number", { subject: 'g', preferredName: '19900101-2385' }, /^account-[0-9a-f]{8}$/],
    ["no mailbox that is a person's number", { subject: 'h', email: '9001012385@x.example' }, /^account-[0-9a-f]{8}$/],
  ])('are called by %s', async (_, own, name) => {
    const called = await nameOf(own)
    expect(called).toEqual(typeof name === 'string' ? name : expect.stringMatching(name))
    expect(await nameOf(own)).toBe(called)
  })

  it('are never called as somebody was who wrote and was taken out', async () => {
    const written = query<{ number: number }>()(
      'a change by somebody who left',
      z.object({ count: z.number() }),
      "CREATE (change:Change {id: 'change:of-maria', number: $number, by: 'maria'}) RETURN count(*) AS count",
    )
    await graph.transaction((transaction) => transaction.write(written, { number: 1_000_000 }))
    expect(await nameOf({ subject: 'another maria', preferredName: 'maria' })).toBe('maria-2')
  })

  it('are READERs, and told from others of their name and of other issuers', async () => {
    await createAccount(graph, { name: 'eva', role: 'ADMIN', password: 'gott om tid 7' }, today())
    const eva = { subject: 'eva', preferredName: 'eva', fullName: 'Eva Ek' }
    expect(await nameOf(eva)).toBe('eva-2')
    expect(await nameOf({ ...eva, issuer: 'https://other.example' })).toBe('eva-3')
    expect(await nameOf({ ...eva, preferredName: 'someone', fullName: 'Someone Else' })).toBe('eva-2')
    expect(await account('eva')).toMatchObject({ role: 'ADMIN', isProvided: false, displayName: 'eva' })
    const own = { role: 'READER', hasPassword: false, isProvided: true, displayName: 'Eva Ek' }
    expect(await account('eva-2')).toMatchObject(own)
  })

  it('keep the role and the name that an admin gave, and are let in no more when disabled or removed', async () => {
    const eva = { subject: 'eva', preferredName: 'eva', fullName: 'Eva Ek' }
    await updateAccount(graph, { name: 'eva-2', role: 'EDITOR', displayName: 'Eva' }, today())
    expect(await nameOf(eva)).toBe('eva-2')
    expect(await account('eva-2')).toMatchObject({ role: 'EDITOR', displayName: 'Eva' })
    await updateAccount(graph, { name: 'eva-2', isDisabled: true }, today())
    expect((await signIn(eva)).state).toBeNull()
    await removeAccount(graph, 'eva-2')
    expect(await nameOf(eva)).toBe('eva-2')
    expect(await account('eva-2')).toMatchObject({ role: 'READER' })
  })

  it('are one, however often somebody signs in for the first time at once', async () => {
    const names = await Promise.all([1, 2, 3].map(() => nameOf({ subject: 'at once', preferredName: 'atonce' })))
    expect(names).toEqual(['atonce', 'atonce', 'atonce'])
  })

  it("keep nothing that can be a person's number, and no subject as it is", async () => {
    const number = '19900101-2385'
    await signIn({ subject: number, preferredName: number, email: `${number}@x.example`, fullName: `Eva ${number}` })
    const rows = await graph.read(kept, {})
    expect(JSON.stringify(rows)).not.toMatch(/19900101|9001012385/)
    expect(rows.filter(({ subject }) => subject !== null && subject.length < 43)).toEqual([])
    expect(rows.find(({ displayName }) => displayName.startsWith('Eva 1'))).toBeUndefined()
  })

  it('a session that waits for a provider gives what it waits for once, and ends after ten minutes', async () => {
    await keepSession(graph, 'one', { account: null, epoch: 0, flow: '{}' })
    expect(await readSession(graph, 'one')).toEqual({ account: null, epoch: 0, flow: '{}' })
    expect(await Promise.all([takeFlow(graph, 'one'), takeFlow(graph, 'one'), takeFlow(graph, 'none')])).toEqual(
      expect.arrayContaining(['{}', null, null]),
    )
    await keepSession(graph, 'other', { account: null, epoch: 0, flow: '{}' })
    const { now } = Date
    try {
      Date.now = () => now() + FLOW_LASTS + 1
      expect(await readSession(graph, 'other')).toBeNull()
      await keepSession(graph, 'later', { account: null, epoch: 0, flow: '{}' })
    } finally {
      Date.now = now
    }
    expect(await readSession(graph, 'other')).toBeNull()
    expect(await readSession(graph, 'later')).not.toBeNull()
  })
})
