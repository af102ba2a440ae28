import type { InjectOptions } from 'fastify'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, updateAccount } from '../../src/accounts/accounts.js'
import { today } from '../../src/kernel/day.js'
import { Browser } from './provider/browser.js'
import { loopback, returning, signingIn } from './provider/signing-in.js'
import { addressAt, routesOf } from './routes.js'

const signing = signingIn()

/** What stands nowhere but where it was sent. */
const planted = {
  password: 'ett-planterat-ord-7',
  next: 'ett-planterat-nytt-ord-8',
  wrong: 'ett-planterat-fel-ord-9',
  typedAsName: 'planterat-i-fel-ruta-5',
  house: 'planterad-nyckel-till-huset-3',
  unknownToken: 'norrgraph_planterad-och-okand-4',
  basic: 'cGxhbnRlcmF0OmFubmF0LXNhdHQ2',
  code: 'planterad-kod-2',
}
const host = { host: 'localhost' }
const house = { ...host, authorization: `Bearer ${planted.house}` }
const line = z.looseObject({ level: z.number(), by: z.string().nullable(), msg: z.string() })

const open = () => signing.open({ token: planted.house })

async function graphql(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = house) {
  return signing.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })
}

const signIn = (name: string, password: string, headers: Readonly<Record<string, string>> = host) =>
  signing.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers,
    payload: { name, password },
    remoteAddress: '127.0.0.9',
  })

const cookieOf = (headers: Readonly<Record<string, unknown>>): string =>
  String([headers['set-cookie']].flat()[0]).split(';')[0] ?? ''

it('who signs in or is refused, and what is done to accounts, tokens, lists and the whole graph, is a line of the log', async () => {
  await open()
  const made = { input: { name: 'Maria', role: 'EDITOR', password: planted.password } }
  await graphql('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { name } } }', made)
  await signIn('maria', planted.wrong)
  await signIn(planted.typedAsName, planted.password)
  const own = { ...host, cookie: cookieOf((await signIn(' MARIA ', planted.password)).headers) }
  await signing.app.inject({ method: 'POST', url: '/sign-out', headers: own })
  const signedIn = { ...host, cookie: cookieOf((await signIn('maria', planted.password)).headers) }
  const token = await graphql('mutation { createToken(input: {name: "p", days: 1}) { token { id } } }', {}, signedIn)
  const { id } = token.json().data.createToken.token
  await graphql('mutation ($id: ID!) { revokeToken(id: $id) { id } }', { id }, signedIn)
  const changed = { input: { current: planted.password, new: planted.next } }
  await graphql(
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { name } } }',
    changed,
    signedIn,
  )
  await graphql(
    'mutation { updateAccount(input: {name: "maria", role: READER, password: "ett-planterat-tredje-1"}) { account { name } } }',
  )
  await graphql('mutation { removeAccount(name: "maria") { name } }')
  await signing.app.inject({ method: 'GET', url: '/backup', headers: { ...house, 'apollo-require-preflight': 'true' } })
  const told = signing.written.map((text) => line.parse(JSON.parse(text)))
  const lines = told.map(({ by, msg, level: _, time: __, pid: ___, hostname: ____, ...about }) => ({
    by,
    msg,
    ...about,
  }))
  expect(lines).toEqual([
    { by: 'token', msg: 'account made', account: 'maria', role: 'EDITOR' },
    { by: null, msg: 'sign-in refused', account: 'maria', address: '127.0.0.9' },
    { by: null, msg: 'sign-in refused', account: null, address: '127.0.0.9' },
    { by: 'maria', msg: 'signed in', account: 'maria', with: 'password' },
    { by: 'maria', msg: 'signed out', account: 'maria' },
    { by: 'maria', msg: 'signed in', account: 'maria', with: 'password' },
    { by: 'maria', msg: 'token made', account: 'maria', token: id, role: 'EDITOR', expiresAt: expect.any(String) },
    { by: 'maria', msg: 'token revoked', token: id },
    { by: 'maria', msg: 'account changed', account: 'maria', changed: ['password'] },
    { by: 'token', msg: 'account changed', account: 'maria', changed: ['role', 'password'], role: 'READER' },
    { by: 'token', msg: 'account removed', account: 'maria' },
    { by: 'token', msg: 'backup taken', bytes: expect.any(Number), withAccounts: false },
  ])
  expect(told.map(({ level }) => level)).toEqual(lines.map(() => 30))
})

it('who comes by a provider for the first time is a line of the log, and so is a disabled account that is refused', async () => {
  const browser = await signing.browse()
  await browser.follow('/sign-in/provider')
  const about = () =>
    signing.written.map((text) => z.object({ msg: z.string(), account: z.string() }).parse(JSON.parse(text)))
  const account = 'eva.ek@kommun.example'
  expect(about()).toEqual([
    { msg: 'account made', account },
    { msg: 'signed in', account },
  ])
  await updateAccount(signing.graph, { name: account, isDisabled: true }, today())
  await new Browser(signing.app, loopback).follow('/sign-in/provider')
  expect(about().slice(2)).toEqual([{ msg: 'sign-in refused', account }])
  await updateAccount(signing.graph, { name: account, isDisabled: false }, today())
})

/** Documents and variables that hold passwords and are wrong, each in another way. */
const wrongAsked: readonly (readonly [string, object])[] = [
  ...[
    { name: 'x', password: planted.next },
    { name: 'x', role: 'EDITR', password: planted.next },
    { name: 'x', role: 'EDITOR', password: planted.next, more: planted.next },
    { name: 'x', role: 'EDITOR', password: [planted.next] },
    { name: 'x', role: 'EDITOR', password: { is: planted.next } },
    { name: 'x', role: 'EDITOR', password: planted.next, actsFor: 1 },
    { name: 'x', role: 'ADMIN', password: `${planted.next}\u0000` },
    { name: planted.next, role: 'EDITOR', password: planted.next },
    planted.next,
    [planted.next],
  ].map(
    (input) =>
      [
        'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { name } } }',
        { input },
      ] as const,
  ),
  [
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { name } } }',
    { input: { current: planted.next } },
  ],
  [
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { name } } }',
    { input: { current: planted.wrong, new: planted.next } },
  ],
  [
    'mutation ($new: Int!) { changePassword(input: {current: "a", new: $new}) { viewer { name } } }',
    { new: planted.next },
  ],
  ['query ($first: Int) { firms(first: $first) { totalCount } }', { first: planted.next }],
  ['{ firms(first: 1) { totalCount } }', { password: planted.next }],
  ...[
    `{name: "x", password: "${planted.next}"}`,
    `{name: "x", role: EDITOR, password: ["${planted.next}"]}`,
    `{name: "x", role: EDITOR, password: {is: "${planted.next}"}}`,
    `{name: "x", role: EDITOR, password: ${planted.next.replaceAll('-', '_')}}`,
    `{name: "x", role: EDITOR, password "${planted.next}"}`,
    `{name: "x", role: EDITOR, password: """${planted.next}"""`,
    `{name: "x", role: EDITOR, password: "${planted.next}`,
    `{name: "x", role: EDITOR, "${planted.next}"}`,
    `"${planted.next}"`,
    `["${planted.next}"]`,
  ].map((input) => [`mutation { createAccount(input: ${input}) { account { name } } }`, {}] as const),
]

it('no line of the log and no answer holds what somebody signs in by', async () => {
  const browser = await signing.browse({ token: planted.house, url: null })
  const { app } = signing
  await createAccount(signing.graph, { name: 'anna', role: 'ADMIN', password: planted.password }, today())
  const began = await signIn('anna', planted.password)
  const cookie = cookieOf(began.headers)
  const session = { ...host, cookie }
  const token = (await graphql('mutation { createToken(input: {name: "p", days: 1}) { secret } }', {}, session)).json()
    .data.createToken.secret
  const secrets = [...Object.values(planted), planted.next.replaceAll('-', '_'), cookie.split('=')[1], token]
  const answers: string[] = [began.body]
  const ask = async (asked: InjectOptions) => {
    const {
      headers: { 'set-cookie': _, ...headers },
      body,
      statusCode,
    } = await app.inject(asked)
    answers.push(JSON.stringify(headers) + body)
    return statusCode
  }
  const ways = [
    session,
    { ...host, authorization: `Bearer ${token}` },
    house,
    { ...host, authorization: `Bearer ${planted.unknownToken}` },
    { ...host, authorization: `Basic ${planted.basic}` },
    { ...host, authorization: planted.house },
    { ...host, cookie: `norrgraph=${planted.unknownToken}` },
  ]
  const bodies = [
    `{"name": "anna", "password": "${planted.wrong}"}`,
    `{"name": "anna", "password": "${planted.wrong}"`,
    `{"name": "anna", "password": ["${planted.wrong}"]}`,
    `{"name": "${planted.typedAsName}", "password": "${planted.wrong}"}`,
    `{"query": "${planted.wrong}", "variables": {"password": "${planted.wrong}"}}`,
    `{"password": "${planted.wrong}" __proto__ }`,
    `"${planted.wrong}"`,
  ]
  const routes = routesOf(app)
  expect(routes.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/sign-in', '/sign-in/return', '/graphql', '/backup']),
  )
  for (const { path, methods } of routes) {
    const address = addressAt(path)
    for (const headers of ways) {
      if (methods.includes('GET')) {
        await ask({ method: 'GET', url: address, headers: { ...headers, 'apollo-require-preflight': 'true' } })
        await ask({ method: 'GET', url: `${address}?code=${planted.code}&state=x&accounts=${planted.code}`, headers })
      }
      if (!methods.includes('POST') || (path === '/sign-out' && headers === session)) continue
      for (const payload of bodies) {
        await ask({
          method: 'POST',
          url: address,
          headers: { ...headers, 'content-type': 'application/json' },
          payload,
          remoteAddress: '127.0.0.2',
        })
      }
    }
  }
  for (const [query, variables] of wrongAsked) {
    const status = await ask({ method: 'POST', url: '/graphql', headers: session, payload: { query, variables } })
    expect([query, status]).toEqual([query, expect.any(Number)])
    const search = `query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`
    await ask({ method: 'GET', url: `/graphql?${search}`, headers: { ...session, 'apollo-require-preflight': 'true' } })
  }
  const led = await browser.follow('/sign-in/provider', returning)
  const back = new URL(led.to ?? '')
  const code = back.searchParams.get('code') ?? expect.fail()
  await ask({ method: 'GET', url: `${back.pathname}${back.search}`, headers: session })
  await browser.follow(`${back.pathname}${back.search}`)
  expect(signing.written.length).toBeGreaterThan(3)
  const found = [...signing.written, ...answers].flatMap((text) =>
    [...secrets, code, signing.provider.client.clientSecret]
      .filter((secret) => secret && text.includes(secret))
      .map((secret) => `${secret} in ${text.slice(Math.max(0, text.indexOf(secret) - 200)).slice(0, 300)}`),
  )
  expect(found).toEqual([])
})
