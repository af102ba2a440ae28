import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from './accessible.js'
import { addAccount, mutate, openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import type { Served } from './serve.js'

const words = {
  sv: {
    waits: /2 förslag att avgöra/,
    approve: 'Godkänn',
    reject: 'Avslå',
    approved: 'Förslaget är godkänt och publicerat.',
    rejected: 'Förslaget är avslaget.',
    reason: 'Skäl (frivilligt)',
    lowest: 'Lägsta belopp i kronor',
    before: 'Nu: 200 000',
    after: 'Med förslaget: 250 000',
    undo: 'Ångra',
    undone: 'Ändringen är återtagen. Det syns överst i historiken.',
    isUndone: 'Har tagits tillbaka',
    took: 'tog tillbaka en ändring',
    inTheWay: /senare ändringar rör samma uppgifter/,
    cameOf: 'På förslag av kontot pia, beslutat av kontot erik.',
    ofOneself: 'På ditt förslag, beslutat av en redaktör.',
    cameOfOne: 'Efter ett förslag som en redaktör har godkänt.',
    toProposal: /^Visa förslaget/,
    decided: /^Förslaget är godkänt .* av kontot erik\./,
    stands: 'godkänt',
    aboutOffer: 'Om insatsen',
    added: /lade till insatsen\.$/,
    ownAlone: 'Visa bara det som gäller aktören själv',
    withOffers: 'Visa också det som gäller insatserna',
    none: 'Det finns inget sådant förslag, eller så får kontot inte se det.',
  },
  en: {
    waits: /2 proposals to decide/,
    approve: 'Approve',
    reject: 'Reject',
    approved: 'The proposal is approved and published.',
    rejected: 'The proposal is rejected.',
    reason: 'Reason (optional)',
    lowest: 'Lowest amount in SEK',
    before: 'Now: 200,000',
    after: 'As proposed: 250,000',
    undo: 'Undo',
    undone: 'The change is taken back. It stands at the top of the history.',
    isUndone: 'Was taken back',
    took: 'took back a change',
    inTheWay: /later changes touch the same/,
    cameOf: 'Proposed by the account pia, decided by the account erik.',
    ofOneself: 'Proposed by you, decided by an editor.',
    cameOfOne: 'It was proposed, and an editor approved it.',
    toProposal: /^Show the proposal/,
    decided: /^The proposal was approved .* by the account erik\./,
    stands: 'approved',
    aboutOffer: 'About the initiative',
    added: /added the initiative\.$/,
    ownAlone: 'Show only what is about the actor itself',
    withOffers: 'Show what is about its initiatives too',
    none: 'There is no such proposal, or the account may not see it.',
  },
} as const

describeInBrowser('what was written', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts()
    await addAccount(served, { name: 'erik', displayName: 'Erik Exempel', role: 'EDITOR' })
    const actsFor = [{ actor: 'actor:norrlandsfonden' }]
    await addAccount(served, { name: 'pia', displayName: 'Pia Prov', role: 'READER' })
    await addAccount(served, { name: 'nils', displayName: 'Nils Norrland', role: 'CONTRIBUTOR', actsFor })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  const make = (name: string) =>
    mutate(served, 'mutation ($input: CreateInitiativeInput!) { createInitiative(input: $input) { change { id } } }', {
      input: {
        ...{ nameSv: name, nameEn: name, kind: 'LOAN', help: ['LOAN'], offeredBy: ['actor:norrlandsfonden'] },
        meets: [{ need: 'need:finance', strength: 'CORE' }],
        terms: { minAmount: 200_000, amountOf: 'SUPPORT' },
      },
    })
  const update = (id: string, revision: number, more: object) =>
    mutate(
      served,
      'mutation ($input: UpdateInitiativeInput!) { updateInitiative(input: $input) { change { id } proposal { id } } }',
      { input: { id, revision, ...more } },
    )

  /** Presses a button, and again where it asks first. */
  async function doIt(page: Page, button: RegExp, label: string, reason?: readonly [string, string]) {
    await page.getByRole('button', { name: button }).first().click()
    if (reason) await page.getByLabel(reason[0]).fill(reason[1])
    await page.getByRole('button', { name: label, exact: true }).click()
  }

  it.each(['sv', 'en'] as const)(
    'an editor decides proposals, reads what became of one, and takes it back, in %s',
    async (lang) => {
      const said = words[lang]
      const name = `Provlån ${lang}`
      const id = `initiative:provlan-${lang}`
      await make(name)
      const source = { title: 'Provlån', publisher: 'Norrlandsfonden', url: 'https://example.org/provlan', year: 2026 }
      await update(id, 1, { terms: { minAmount: 250_000 }, propose: true, source, reason: 'Enligt sidan' })
      await update(id, 1, { nameSv: 'Fel namn', nameEn: 'Wrong name', propose: true })

      const { page, complaints } = await openAs(browser, served, 'erik', `/?lang=${lang}`, { bypassCSP: true })
      await page.getByRole('link', { name: said.waits }).click()
      await settled(page)
      const proposal = page.getByRole('listitem').filter({ hasText: said.lowest })
      await proposal.getByText(said.before).waitFor()
      await proposal.getByText(said.after).waitFor()
      await proposal.getByText('Enligt sidan').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await proposal.getByRole('button', { name: new RegExp(`^${said.approve}`) }).click()
      await proposal.getByRole('button', { name: said.approve, exact: true }).click()
      await page.getByText(said.approved).waitFor()
      await settled(page)
      await doIt(page, new RegExp(`^${said.reject}`), said.reject, [said.reason, 'Stavat rätt redan'])
      await page.getByText(said.rejected).waitFor()

      await page.goto(`${served.address}/entity/${id}/history?lang=${lang}`)
      await settled(page)
      const changed = page.getByRole('listitem').filter({ hasText: said.lowest }).filter({ hasText: '250' }).first()
      await changed.getByRole('link', { name: 'Provlån', exact: true }).waitFor()
      await update(id, 2, { terms: { minAmount: 275_000 } })
      await changed.getByRole('button', { name: new RegExp(said.undo) }).click()
      await changed.getByRole('button', { name: said.undo, exact: true }).click()
      await changed.getByText(said.inTheWay).waitFor()
      await page.reload()
      await settled(page)
      await doIt(page, new RegExp(`^${said.undo}`), said.undo)
      await page.getByText(said.undone).waitFor()
      await page.getByText(said.took).first().waitFor()
      await page.getByText(said.isUndone).first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(complaints.filter((each) => !each.includes('409') && !each.includes('400'))).toEqual([])
      await page.context().close()
    },
  )

  /** Proposes another lowest amount as who is signed in on a page. @returns the proposal's id. */
  const proposeOn = (page: Page, id: string): Promise<string> =>
    page.evaluate(async (entity) => {
      const query = `mutation ($input: UpdateInitiativeInput!) { updateInitiative(input: $input) { proposal { id } } }`
      const variables = { input: { id: entity, revision: 1, terms: { minAmount: 225_000 }, propose: true } }
      const body = JSON.stringify({ query, variables })
      const headers = { 'content-type': 'application/json' }
      const answer = await (await fetch('/graphql', { method: 'POST', headers, body })).json()
      return String(answer.data.updateInitiative.proposal.id)
    }, id)

  it.each(['sv', 'en'] as const)(
    'a change says by whom it was proposed and decided, to each as far as they may know, in %s',
    async (lang) => {
      const said = words[lang]
      const name = `Provförslag ${lang}`
      const id = `initiative:provforslag-${lang}`
      const history = `/entity/${id}/history?lang=${lang}`
      await make(name)
      const pia = await openAs(browser, served, 'pia', `/?lang=${lang}`)
      const proposal = await proposeOn(pia.page, id)

      const erik = await openAs(browser, served, 'erik', `/proposals/${proposal}?lang=${lang}`, { bypassCSP: true })
      await erik.page.getByText(said.lowest).first().waitFor()
      await doIt(erik.page, new RegExp(`^${said.approve}`), said.approve)
      await erik.page.getByText(said.approved).waitFor()
      await erik.page.getByText(said.decided).waitFor()
      expect(await axeFindings(erik.page)).toEqual([])
      await erik.page.goto(served.address + history)
      await erik.page.getByText(said.cameOf).waitFor()
      await settled(erik.page)
      expect(await axeFindings(erik.page)).toEqual([])
      await erik.page.getByRole('link', { name: said.toProposal }).click()
      await erik.page.getByText(said.decided).waitFor()
      expect(new URL(erik.page.url()).pathname).toBe(`/proposals/${proposal}`)

      await pia.page.goto(served.address + history)
      await pia.page.getByText(said.ofOneself).waitFor()
      await pia.page.getByRole('link', { name: said.toProposal }).click()
      await pia.page.getByText(said.stands, { exact: true }).waitFor()

      const maria = await openAs(browser, served, 'maria', `/proposals/${proposal}?lang=${lang}`)
      await maria.page.getByText(said.none).waitFor()

      const anybody = await open(browser, served.address + history)
      await anybody.page.getByText(said.cameOfOne).waitFor()
      expect(await anybody.page.getByRole('link', { name: said.toProposal }).count()).toBe(0)
      for (const { page, complaints } of [erik, pia, maria, anybody]) {
        expect(complaints).toEqual([])
        await page.context().close()
      }
    },
  )

  it.each(['sv', 'en'] as const)(
    'an actor’s history has what became of its offers, each marked as such, or the actor’s own alone, in %s',
    async (lang) => {
      const said = words[lang]
      const name = `Provinsats ${lang}`
      await make(name)
      const address = `${served.address}/entity/actor:norrlandsfonden/history?lang=${lang}`
      for (const width of [1280, 360]) {
        const viewport = { width, height: 800 }
        const { page, complaints } = await open(browser, address, { bypassCSP: true, viewport })
        const made = page.getByRole('listitem').filter({ hasText: `${said.aboutOffer} ${name}` })
        await made.getByText(said.added).waitFor()
        await made.getByRole('link', { name, exact: true }).waitFor()
        await settled(page)
        expect(await axeFindings(page)).toEqual([])
        await page.getByRole('link', { name: said.ownAlone }).click()
        await page.getByRole('link', { name: said.withOffers }).waitFor()
        await settled(page)
        expect(await page.getByText(said.aboutOffer).count()).toBe(0)
        expect(complaints).toEqual([])
        await page.context().close()
      }
    },
  )

  it('who acts for an actor sees what others propose about it, confirms offers and reads for which needs it is found', async () => {
    await make('Provcheck')
    await update('initiative:provcheck', 1, { terms: { minAmount: 5 }, propose: true })
    const { page, complaints } = await openAs(browser, served, 'nils', '/?lang=sv', { bypassCSP: true })
    await page.getByRole('link', { name: 'Våra uppgifter' }).click()
    await settled(page)
    await page.getByText('föreslår en ändring av').first().waitFor()
    await page.getByText(/av \d+ behov$/).waitFor()
    const before = await page.getByRole('checkbox').count()
    await page.getByRole('button', { name: 'Stämmer fortfarande' }).click()
    await page.getByText('Kryssa för minst ett erbjudande.').waitFor()
    await page.getByRole('checkbox').nth(0).check()
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: 'Stämmer fortfarande (2)' }).click()
    await page.getByText('2 erbjudanden är bekräftade i dag.').waitFor()
    await settled(page)
    expect(await page.getByRole('checkbox').count()).toBe(before - 2)
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('two that are the same become one once it was seen what that does, and the old address leads there', async () => {
    for (const [name, number] of [
      ['Prov Svets AB', '5599000014'],
      ['Provsvets i Boden', undefined],
    ]) {
      await mutate(served, 'mutation ($input: CreateFirmInput!) { createFirm(input: $input) { change { id } } }', {
        input: {
          ...{ name, municipality: 'municipality:2582' },
          ...(number ? { organisationNumber: number } : { legalForm: 'LIMITED_COMPANY' }),
        },
      })
    }
    const { page, complaints } = await openAs(browser, served, 'erik', '/merge?of=firm:provsvets-i-boden&lang=sv')
    await settled(page)
    const search = page.getByRole('combobox')
    await search.fill('Prov Svets')
    await page.getByRole('option', { name: /^Prov Svets AB/ }).click()
    await settled(page)
    await page.getByText('Byt: behåll den andra i stället').waitFor()
    await doIt(page, /^Slå ihop$/, 'Slå ihop', ['Varför de är samma (frivilligt)', 'Samma adress'])
    await page.getByText('De två är nu en:').waitFor()
    await page.getByRole('link', { name: 'Historik, där det går att ångra' }).click()
    await page.getByText('slog ihop en dubblett med').waitFor()
    await page.goto(`${served.address}/entity/firm:provsvets-i-boden?lang=sv`)
    await settled(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
