import type { Page } from 'playwright-core'
import { addAccount, mutate } from './accounts.js'
import type { Served } from './serve.js'

/** An editor, a contributor of Norrlandsfonden and a reader, beside the accounts that are there. */
export async function addWriters(served: Served): Promise<void> {
  const actsFor = [{ actor: 'actor:norrlandsfonden' }]
  await addAccount(served, { name: 'nora', displayName: 'Nora Medverkande', role: 'CONTRIBUTOR', actsFor })
  await addAccount(served, { name: 'eva', displayName: 'Eva Redaktör', role: 'EDITOR' })
  await addAccount(served, { name: 'rita', displayName: 'Rita Läsare', role: 'READER' })
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

export const review = (page: Page) => button(page, 'Granska').click()

export const save = (page: Page) => button(page, 'Spara').click()

/** The heading of a page, once it is there. */
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** An offer of Norrlandsfonden; its id is made of its name. */
export const newOffer = (served: Served, nameSv: string, more: object = {}): Promise<void> =>
  mutate(served, 'mutation ($input: CreateInitiativeInput!) { createInitiative(input: $input) { change { id } } }', {
    input: { nameSv, kind: 'LOAN', help: ['LOAN'], offeredBy: ['actor:norrlandsfonden'], ...more },
  })

/** What somebody else says of an offer meanwhile. */
export const meanwhile = (served: Served, input: object): Promise<void> =>
  mutate(served, 'mutation ($input: UpdateInitiativeInput!) { updateInitiative(input: $input) { change { id } } }', {
    input,
  })
