import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localAdmin, localEditor } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import { query } from '../../src/graph/query.js'
import { importFirms } from '../../src/import/firms/import-files.js'
import { RefusedRows, RowRefusal } from '../../src/import/firms/refusal.js'
import { changeJob, keepJob, keepRefused, readRefusals } from '../../src/jobs/job-store.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { takeBackImport } from '../../src/writing/corrections/take-back-import.js'
import { undoChange } from '../../src/writing/corrections/undo.js'
import { withdraw } from '../../src/writing/corrections/withdraw.js'
import { mergeEntities } from '../../src/writing/merging/merge.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { redactChange } from '../../src/writing/redacting/redact.js'
import { describeOnSeededGraph } from './engines.js'
import { replayed, saidBy, saidIn } from './replayed.js'
import { changeOf, newOffer, offeredBy } from './writing-drafts.js'

const secret = 'Testa Hemligsson'
const mailbox = 'testa.hemligsson@example.org'
const number = withCheckDigit('556820001')
const firm = `firm:${number}`

const stands = z.object({ properties: z.record(z.string(), z.unknown()) })
const everyNode = query()('all nodes of a test', stands, 'MATCH (node) RETURN properties(node) AS properties')
const everyTie = query()('all ties of a test', stands, 'MATCH ()-[tie]->() RETURN properties(tie) AS properties')
const shown = z.object({
  node: z.object({ name: z.string(), description: z.string().nullish(), revision: z.number() }).nullable(),
})
const changes = z.object({
  history: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        operation: z.string(),
        isRedacted: z.boolean(),
        author: z.string().nullable(),
        reason: z.string().nullable(),
        fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
})

describeOnSeededGraph('what should never have been written', (given) => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const writer = () => ({ graph: given.graph, edition: given.edition, viewer: localEditor })
  const redact = (change: string, entity: string | null = null) => redactChange(writer(), { change, entity })
  const page = (title: string, url: string | null = null) => ({ title, publisher: null, url, year: 2026 })
  /** Where some words stand, in whatever form they are found by, in the graph itself and in a file of it. */
  const places = async (words: string): Promise<string[]> => {
    const forms = [words, words.toLowerCase(), words.toLowerCase().replaceAll(' ', '')]
    const path = join(folder, 'graph.jsonl')
    await exportGraph(given.graph, path, undefined, { withAccounts: true })
    const rows = [...(await given.graph.read(everyNode, {})), ...(await given.graph.read(everyTie, {}))]
    const lines = [...rows.map((row) => JSON.stringify(row)), ...readFileSync(path, 'utf8').split('\n')]
    return lines.filter((line) => forms.some((form) => line.toLowerCase().includes(form.toLowerCase())))
  }
  const historyOf = async (id: string) => {
    const asked = `query ($id: ID!) { history(of: $id) { nodes { id operation isRedacted author reason
      fields { name before after } } } }`
    return changes.parse(await given.api.data(asked, { id })).history.nodes
  }
  const nodeOf = async (id: string) => {
    const asked = `query ($id: ID!) { node(id: $id) { ... on Initiative { name(lang: SV) description revision }
      ... on SupportActor { name description revision } ... on Firm { name revision } } }`
    return shown.parse(await given.api.data(asked, { id })).node
  }
  const requireReplay = async () => {
    const isOwn = (line: string) => /initiative:(prov|hemlig)|firm:55682/.test(line) && !line.includes('LOCATED_IN')
    expect(saidBy(await replayed(given.graph, () => true)).filter(isOwn)).toEqual(
      (await saidIn(given.graph)).filter(isOwn),
    )
  }

  it('is nowhere any more: not where it was said, nor in later changes, proposals, sources and reasons', async () => {
    const { entity } = await publishDraft(writer(), newOffer({ nameSv: 'Provlån med text' }))
    const said = await publishDraft(
      writer(),
      changeOf(entity, {
        ...{ values: { descriptionSv: `Ring ${secret}`, otherTermsSv: [`Frågor till ${secret}`, 'Annat'] } },
        ...{ reason: `So said ${secret}`, locator: `page of ${secret}` },
        source: page(`Samtal med ${secret}`, `https://example.org/${mailbox}`),
        ties: [offeredBy('actor:almi-nord', 'ADD')],
      }),
    )
    const later = await publishDraft(
      writer(),
      changeOf(entity, {
        values: { descriptionSv: `Ring ${secret} sedan` },
        reason: 'More',
      }),
    )
    await undoChange(writer(), { change: later.change, revision: null, reason: `Not Ring ${secret}` })
    await proposeDraft(writer(), changeOf(entity, { values: { descriptionSv: `Ring ${secret}`, maxAmount: 500_000 } }))
    await proposeDraft(writer(), newOffer({ nameSv: 'Annat', descriptionSv: `Fråga: Ring ${secret}` }))
    await publishDraft(writer(), changeOf(entity, { values: { maxAmount: 900_000 } }))
    expect((await places(`Ring ${secret}`)).length).toBeGreaterThan(10)
    const { remarks } = await redact(said.change)
    expect(remarks.join(' ')).toContain('Backups')
    expect(await places(`Ring ${secret}`)).toEqual([])
    expect(await places(`Frågor till ${secret}`)).toEqual([])
    expect(await places(`Samtal med ${secret}`)).toEqual([])
    expect(await places(`So said ${secret}`)).toEqual([])
    expect(await places(`page of ${secret}`)).toEqual([])
    expect(await places(mailbox)).toEqual([])
    expect(await nodeOf(entity)).toMatchObject({ name: 'Provlån med text', description: '[redacted]' })
    const redacted = (await historyOf(entity)).find(({ id }) => id === said.change)
    expect(redacted).toMatchObject({ operation: 'UPDATE', isRedacted: true, author: 'local', reason: '[redacted]' })
    expect(redacted?.fields).toContainEqual({ name: 'descriptionSv', before: null, after: '"[redacted]"' })
    await requireReplay()
    await expect(undoChange(writer(), { change: said.change, revision: null, reason: null })).rejects.toThrow(
      'redacted',
    )
    await redact(said.change)
  }, 120_000)

  it('is not in names either, nor in what an entity was; an id that was made of it is told', async () => {
    const made = await publishDraft(writer(), newOffer({ nameSv: 'Hemligstödet Test' }))
    const renamed = await publishDraft(writer(), changeOf(made.entity, { values: { nameSv: 'Hemligstödet Test två' } }))
    await withdraw(
      { ...writer(), viewer: localAdmin },
      { id: made.entity, revision: 2, reason: 'Hemligstödet Test was a slip' },
    )
    const { remarks } = await redact(made.change)
    expect(remarks.some((remark) => remark.includes(made.entity))).toBe(true)
    expect(await places('Hemligstödet Test')).toEqual([])
    expect(await places('hemligstodet test')).toEqual([])
    expect((await historyOf(made.entity)).map(({ operation, isRedacted }) => [operation, isRedacted])).toEqual([
      ['WITHDRAW', false],
      ['UPDATE', false],
      ['CREATE', true],
    ])
    await redact(renamed.change)
    await requireReplay()
  }, 120_000)

  it('is blanked of one firm of a list, whatever became of it; its other rows stay, and it can be taken back', async () => {
    const other = `firm:${withCheckDigit('556820002')}`
    const rows = [`${number};Hemliga Testbolaget AB;Luleå;5`, `${other.replace('firm:', '')};Det andra AB;Luleå;6`]
    const path = join(folder, 'list.csv')
    writeFileSync(path, ['organisationsnummer;namn;kommun;anställda', ...rows].join('\n'))
    const options = { dryRun: false, confirmLoss: async () => true, recordedAt: '2026-11-20T08:00:00.000Z' }
    const list = { title: 'Lista att rensa', publisher: null, edition: null }
    await importFirms(given, path, list, { counties: null, sni: null }, options)
    const [change] = (await historyOf(firm)).map(({ id }) => id)
    const digest = (await given.graph.read(everyNode, {}))
      .map(({ properties }) => properties)
      .find(({ title }) => title === 'Lista att rensa')?.fileHash
    await publishDraft(writer(), {
      ...changeOf(firm, { values: { employees: 9 } }),
      label: 'Firm',
    })
    const job = { id: 'job:that-brought-it', kind: 'FIRMS', at: '2026-11-20T08:00:00.000Z', author: 'local' } as const
    await keepJob(given.graph, { ...job, file: 'list.csv', title: null, update: false, owner: 'job-owner:1' })
    await given.graph.transaction(async (transaction) => {
      const refused = new RefusedRows()
      refused.add(2, new RowRefusal('anställda', 'It is no number'), 'Hemliga Testbolaget AB', 'många')
      await keepRefused(transaction, job.id, refused)
    })
    await changeJob(given.graph, job.id, { message: 'Of Hemliga Testbolaget AB a cell was left out' })
    expect((await readRefusals(given.graph, job.id, { first: 9, skip: 0 })).length).toBe(1)
    const { remarks } = await redact(change ?? '', firm)
    expect(await readRefusals(given.graph, job.id, { first: 9, skip: 0 })).toMatchObject([
      { line: 2, firm: '[redacted]', cell: 'många' },
    ])
    expect(remarks.join(' ')).toContain('writes it again')
    expect(await places('Hemliga Testbolaget')).toEqual([])
    expect(await places(String(digest))).toEqual([])
    expect(await nodeOf(firm)).toMatchObject({ name: '[redacted]' })
    expect(await nodeOf(other)).toMatchObject({ name: 'Det andra AB' })
    await requireReplay()
    await takeBackImport(writer(), { change: change ?? '', reason: null })
    expect(await nodeOf(other)).toBeNull()
    await requireReplay()
  }, 120_000)

  it('is blanked in what was merged, and in what brings that back', async () => {
    const one = await publishDraft(
      writer(),
      newOffer({ nameSv: 'Provstöd ett', descriptionSv: 'Fråga Hemliga Handläggaren' }),
    )
    const two = await publishDraft(writer(), newOffer({ nameSv: 'Provstöd två' }))
    const asked = { from: one.entity, fromRevision: 1, into: two.entity, intoRevision: 1, reason: null }
    const merged = await mergeEntities(writer(), asked)
    await redact(one.change)
    expect(await places('Hemliga Handläggaren')).toEqual([])
    await undoChange(writer(), { change: merged.change, revision: null, reason: null })
    expect(await nodeOf(one.entity)).toMatchObject({ description: '[redacted]' })
    expect(await places('Hemliga Handläggaren')).toEqual([])
    await requireReplay()
  }, 120_000)

  it('takes an ADMIN, a change that is there, and an entity that it changed', async () => {
    const redacting = `mutation ($input: RedactChangeInput!) { redactChange(input: $input) { change { id } remarks } }`
    const { change, entity } = await publishDraft(writer(), newOffer({ nameSv: 'Provrätt' }))
    expect((await given.api.ask(redacting, { input: { change } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await expect(redact('change:none')).rejects.toThrow('There is no change:none')
    await expect(redact(change, 'actor:almi-nord')).rejects.toThrow('did nothing to')
    expect(await nodeOf(entity)).toMatchObject({ name: 'Provrätt' })
  }, 60_000)
})
