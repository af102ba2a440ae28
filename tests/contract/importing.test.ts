import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { firmNumber, listOf } from '../firm-list.js'
import { draftOf } from '../writing/drafts.js'
import { describeOnEachEngine } from './engines.js'
import { Importing } from './importing.js'

describeOnEachEngine('a list that comes in while the server runs', (_, __, openSeeded) => {
  let graph: Graph
  let server: Importing
  beforeAll(async () => {
    graph = await openSeeded()
    server = await Importing.open(graph)
  }, 180_000)
  afterAll(async () => {
    await server.close()
    await graph.close()
  })

  const three = (first: number) =>
    listOf([
      [first, 'Ett AB'],
      [first + 1, 'Två AB'],
      [first + 2, 'Tre AB'],
    ])

  /** Says of a firm by hand how many it employs. */
  const say = (index: number, employees: number) =>
    publishDraft(
      { graph, edition, viewer: localEditor },
      draftOf({ operation: 'UPDATE', label: 'Firm', id: `firm:${firmNumber(index)}`, values: { employees } }),
    )
  const said = async (index: number) => {
    const { data } = await server.ask('query ($id: ID!) { node(id: $id) { id ... on Firm { employees } } }', {
      id: `firm:${firmNumber(index)}`,
    })
    return data
  }

  it('is compared first, and stored once somebody confirms it', async () => {
    const before = await graph.generation()
    const shown = await server.compared(three(1), { title: 'First list' })
    expect(shown).toMatchObject({
      ...{ status: 'READY', title: 'First list', rows: 3, asks: [], message: null, source: null, change: null },
      summary: { added: 3, changed: 0, unchanged: 0, gone: 0, refused: 0, leftOut: 0, cellsLost: 0 },
    })
    expect(shown.columns).toContainEqual({ header: 'Kommun', column: 'municipality' })
    expect(await graph.generation()).toBe(before)
    expect(await said(2)).toEqual({ node: null })
    const { errors } = await server.confirm(shown.id)
    expect(errors).toBeUndefined()
    const done = await server.settled(shown.id)
    expect(done).toMatchObject({
      ...{ status: 'DONE', isUnfinished: false, source: { id: 'source:import-firms-first-list' } },
      change: { operation: 'IMPORT', counts: { added: 3, changed: 0, gone: 0 } },
    })
    expect(done.progress.done).toBe(done.progress.total)
    expect(await said(2)).toMatchObject({ node: { employees: 12 } })
  })

  it('tells refused rows by line, and takes the others', async () => {
    const rows = `${three(11)}1234;Fel AB;Luleå;3\r\n${firmNumber(14)};Fyra AB;Luleå;ca 5\r\n`
    const shown = await server.compared(rows, { title: 'Some refused' })
    expect(shown).toMatchObject({ status: 'READY', summary: { added: 4, refused: 1 } })
    expect(shown.refusals.map(({ line, column, cell }) => [line, column, cell])).toEqual([
      [5, 'Organisationsnummer', expect.anything()],
      [6, 'Anställda', 'ca 5'],
    ])
    const file = await server.app.inject({ url: shown.refusalsAddress ?? '', headers: { host: 'localhost' } })
    expect(file.body).toMatch(/line;what;firm;column;cell;reason\r?\n5;REFUSED/)
    await server.ask('mutation ($job: ID!) { cancelImport(input: { job: $job }) { job { id } } }', { job: shown.id })
  })

  it('shows what is gone and asks about it; corrections take nothing away', async () => {
    await server.stored(three(21), { title: 'Editions' })
    const next = listOf([[21, 'Ett AB', 30]])
    const shown = await server.compared(next, { title: 'Editions' })
    expect(shown).toMatchObject({ status: 'READY', summary: { added: 0, changed: 1, unchanged: 0, gone: 2 } })
    expect(shown.asks).toEqual([expect.stringContaining('no longer names 2 of 3 firms')])
    const settled = await server.ask(
      'mutation ($job: ID!) { settleImport(input: { job: $job, update: true }) { job { id status } } }',
      { job: shown.id },
    )
    expect(settled.errors).toBeUndefined()
    const corrections = await server.settled(shown.id)
    expect(corrections).toMatchObject({ status: 'READY', update: true, asks: [], summary: { changed: 1, gone: 0 } })
    await server.confirm(shown.id)
    expect(await server.settled(shown.id)).toMatchObject({ status: 'DONE' })
    expect(await said(22)).toMatchObject({ node: { id: `firm:${firmNumber(22)}` } })
    expect(await server.stored(next, { title: 'Editions' })).toMatchObject({ status: 'DONE', summary: { gone: 2 } })
    expect(await said(22)).toEqual({ node: null })
  })

  it('reads columns as somebody says by hand', async () => {
    const list = three(31).replace('Anställda', 'Folk på plats')
    const shown = await server.compared(list, { title: 'By hand' })
    expect(shown.columns).toContainEqual({ header: 'Folk på plats', column: null })
    await server.ask(
      `mutation ($job: ID!) { settleImport(input: { job: $job, title: "By hand anew",
        columns: [{ header: "Folk på plats", column: "employees" }, { header: "Kommun" }] }) { job { id } } }`,
      { job: shown.id },
    )
    const settled = await server.settled(shown.id)
    expect(settled).toMatchObject({ status: 'READY', title: 'By hand anew' })
    expect(settled.columns).toContainEqual({ header: 'Folk på plats', column: 'employees' })
    expect(settled.columns).toContainEqual({ header: 'Kommun', column: null })
  })

  it('whose columns nobody knows fails, and is read once somebody says what they are', async () => {
    const list = three(35).replace('Organisationsnummer', 'Nyckel')
    const failed = await server.compared(list, { title: 'Unknown columns' })
    expect(failed).toMatchObject({ status: 'FAILED', message: expect.stringContaining('organisationNumber') })
    expect(failed.columns).toContainEqual({ header: 'Nyckel', column: null })
    await server.ask(
      `mutation ($job: ID!) { settleImport(input: { job: $job,
        columns: [{ header: "Nyckel", column: "organisationNumber" }] }) { job { id } } }`,
      { job: failed.id },
    )
    expect(await server.settled(failed.id)).toMatchObject({ status: 'READY', summary: { added: 3 }, message: null })
  })

  describe('that is confirmed after something was written', () => {
    it('is shown anew where that is about one of its firms', async () => {
      await server.stored(three(41), { title: 'Written to' })
      const { id } = await server.compared(listOf([[41, 'Ett AB', 50]]), { title: 'Written to', update: 'yes' })
      await say(41, 44)
      const { errors } = await server.confirm(id)
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
      const anew = await server.settled(id)
      expect(anew).toMatchObject({ status: 'READY', message: expect.stringContaining('has changed'), change: null })
      expect((await server.confirm(id)).errors).toBeUndefined()
      expect(await server.settled(id)).toMatchObject({ status: 'DONE' })
      expect(await said(42)).toMatchObject({ node: { employees: 12 } })
    })

    it('is stored where that is about something else', async () => {
      await server.stored(three(51), { title: 'Not written to' })
      const { id } = await server.compared(listOf([[51, 'Ett AB', 50]]), { title: 'Not written to', update: 'yes' })
      await say(52, 44)
      expect((await server.confirm(id)).errors).toBeUndefined()
      expect(await server.settled(id)).toMatchObject({ status: 'DONE', summary: { changed: 1 } })
    })

    it('is shown anew where another list of its title was stored', async () => {
      const first = await server.compared(three(61), { title: 'Two at once' })
      const second = await server.compared(listOf([[64, 'Fyra AB']]), { title: 'Two at once' })
      const [one, other] = await Promise.all([server.confirm(first.id), server.confirm(second.id)])
      // Whichever of the two came first: one is stored, and the other waits for somebody to look at it again.
      const isFirst = one.errors === undefined
      expect(isFirst ? other.errors : one.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
      expect(isFirst ? one.errors : other.errors).toBeUndefined()
      const [stored, waiting] = isFirst ? [first, second] : [second, first]
      expect(await server.settled(stored.id)).toMatchObject({ status: 'DONE' })
      expect(await server.settled(waiting.id)).toMatchObject({
        ...{ status: 'READY', summary: isFirst ? { added: 1, gone: 3 } : { added: 3, gone: 1 } },
      })
    })

    it('of the same file as is stored by then, is shown anew too', async () => {
      const first = await server.compared(three(71), { title: 'Twice the same' })
      const second = await server.compared(three(71), { title: 'Twice the same' })
      await server.confirm(first.id)
      expect((await server.confirm(second.id)).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
      expect(await server.settled(second.id)).toMatchObject({ summary: { added: 0, unchanged: 3 } })
      expect((await server.confirm(second.id)).errors).toBeUndefined()
      expect(await server.settled(second.id)).toMatchObject({ status: 'DONE', change: null })
    })
  })

  it('ends where somebody ends it while it waits, and is confirmed no more', async () => {
    const { id } = await server.compared(three(81), { title: 'Ended' })
    const ended = await server.ask(
      'mutation ($job: ID!) { cancelImport(input: { job: $job }) { job { status message } } }',
      { job: id },
    )
    expect(ended.data).toMatchObject({ cancelImport: { job: { status: 'CANCELLED' } } })
    expect((await server.confirm(id)).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
    expect(await said(81)).toEqual({ node: null })
  })

  it('that is ended while it is written stays unfinished, says so everywhere, and is whole once it comes again', async () => {
    const rows = Array.from({ length: 6_000 }, (_, index): [number, string] => [1_000 + index, `Firma ${index} AB`])
    const { id } = await server.compared(listOf(rows), { title: 'Large' })
    await server.confirm(id)
    const ended = await server.ask('mutation ($job: ID!) { cancelImport(input: { job: $job }) { job { id } } }', {
      job: id,
    })
    expect(ended.errors).toBeUndefined()
    const job = await server.settled(id)
    expect(job).toMatchObject({
      status: 'CANCELLED',
      isUnfinished: true,
      message: expect.stringContaining('unfinished'),
    })
    const asked =
      '{ unfinishedImports { source { id title } change { id } } businessStructure(by: [COUNTY]) { warnings { code } } }'
    expect((await server.ask(asked)).data).toEqual({
      unfinishedImports: [
        { source: { id: 'source:import-firms-large', title: 'Large' }, change: { id: job.change?.id } },
      ],
      businessStructure: { warnings: [{ code: 'IMPORT_UNFINISHED' }] },
    })
    const ready = async () =>
      JSON.parse((await server.app.inject({ url: '/health/ready', headers: { host: 'localhost' } })).body)
    expect(await ready()).toEqual({ status: 'ready', unfinished: ['Large'] })
    expect(await server.stored(listOf(rows), { title: 'Large' })).toMatchObject({ status: 'DONE', isUnfinished: false })
    expect(await server.job(id)).toMatchObject({ isUnfinished: false })
    expect((await server.ask(asked)).data).toEqual({ unfinishedImports: [], businessStructure: { warnings: [] } })
    expect(await ready()).toEqual({ status: 'ready' })
  })

  it('says so once it was taken back', async () => {
    const rows = [[7_990, 'Ett AB']] satisfies [number, string][]
    const done = await server.stored(listOf(rows), { title: 'Taken back' })
    expect(done).toMatchObject({ status: 'DONE', isTakenBack: false })
    const back = 'mutation ($change: ID!) { takeBackImport(input: { change: $change }) { change { id } } }'
    expect((await server.ask(back, { change: done.change?.id })).errors).toBeUndefined()
    expect(await server.job(done.id)).toMatchObject({ status: 'DONE', isUnfinished: false, isTakenBack: true })
  })

  it('stands in the list of all, newest first', async () => {
    const { data } = await server.ask(
      '{ importJobs(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
    )
    const { importJobs } = Object(data)
    expect(importJobs.nodes).toHaveLength(2)
    expect(importJobs.totalCount).toBeGreaterThan(10)
    const next = await server.ask('query ($after: String) { importJobs(first: 200, after: $after) { nodes { id } } }', {
      after: importJobs.pageInfo.endCursor,
    })
    expect(Object(next.data).importJobs.nodes).toHaveLength(importJobs.totalCount - 2)
  })

  describe('is refused', () => {
    const file = { name: 'file', value: three(91), file: 'list.csv' }
    const kind = { name: 'kind', value: 'FIRMS' }
    const wrong: readonly (readonly [string, Parameters<Importing['send']>[0], string])[] = [
      ['without a kind', [file], 'kind'],
      ['of an unknown kind', [{ name: 'kind', value: 'CATS' }, file], 'kind'],
      ['without a file', [kind], 'file'],
      ['with two files', [kind, file, file], 'file'],
      ['with an empty file', [kind, { ...file, value: '' }], 'file'],
      ['with a field that is not taken', [kind, { name: 'colour', value: 'red' }, file], 'colour'],
      ['with columns that are none', [kind, { name: 'columns', value: 'nothing' }, file], 'columns'],
      ['with an update that is neither yes nor no', [kind, { name: 'update', value: 'perhaps' }, file], 'update'],
      ['with a title of 10 000 letters', [kind, { name: 'title', value: 'a'.repeat(10_000) }, file], 'title'],
    ]
    it.each(wrong)('%s', async (_, parts, argument) => {
      const { status, body } = await server.send(parts)
      expect([status, body]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT', argument } }] }])
    })

    it('where it is said to be larger than a file may be, before it is read', async () => {
      const { status, body } = await server.send([kind, file], { 'content-length': '2000000000' })
      expect([status, body]).toMatchObject([413, { errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] }])
    })

    it('from whoever may not, before it is read', async () => {
      const { status, body } = await server.send([kind, file], { origin: 'https://elsewhere.example' })
      expect([status, body]).toMatchObject([401, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }])
    })

    it('as JSON', async () => {
      const answer = await server.app.inject({
        ...{ method: 'POST', url: '/imports', payload: { kind: 'FIRMS' }, headers: { host: 'localhost' } },
      })
      expect(answer.statusCode).toBe(400)
    })
  })

  it('of another kind than is said fails with the reader’s words, and shows no folder of this machine', async () => {
    const { status, message } = await server.compared(three(92), { kind: 'supplies', title: 'Wrong kind' })
    expect(status).toBe('FAILED')
    expect(message).toMatch(/^list\.csv/)
  })
})
