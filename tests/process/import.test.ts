import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { run } from './program.js'

let folder: string
/** Everything that the program has printed. */
let printed = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const number = (index: number) => withCheckDigit(String(556_000_000 + index))
const [svets, åkeri] = [number(1), number(2)]

async function norrgraph(...args: string[]) {
  const { code, output, errors } = await run('cli.js', args, { NORRGRAPH_DATA: at('data') })
  printed += output + errors
  return { code, output: output.replaceAll(`${folder}/`, ''), errors: errors.replaceAll(`${folder}/`, '') }
}

function write(name: string, lines: readonly string[], encoding: BufferEncoding = 'utf8'): string {
  writeFileSync(at(name), `${lines.join('\r\n')}\r\n`, encoding)
  return at(name)
}

const summary = (counts: string) => `firms.csv as source:import-firms-vara-medlemmar: ${counts}.\n`

it('brings in a file in Swedish, a row at a time, and says what it left', async () => {
  const firms = write(
    'firms.csv',
    [
      'Organisationsnummer;Namn;Kommun;SNI;Anställda;Omsättning;Källa;Per;Adress',
      `${svets};"Ström; Svets AB";Älvsbyn;25.110 C28;12;15,5;Våra medlemmar;2024;Storgatan 1`,
      `${åkeri};Åkeri AB;2580;49410;;;Våra medlemmar;2024-06;c/o Kalle Person`,
      '800101-1234;Kalle Person;Luleå;25;1;1;Våra medlemmar;2024;Hemgatan 3',
      `${number(3)};Ingenstans AB;Atlantis;25;1;1;Våra medlemmar;2024;`,
    ],
    'latin1',
  )
  const refused =
    'By column, of 3 taken: municipality 2, sni 3, employees 2, turnover 2, sizeClass 2, asOf 3.\n' +
    'Cells not read, Kommun: 1, no municipality has this code or name (line 5).\n' +
    "Refused rows: 1, 1 of them because a number can be a person's; listed with what was left out in firms.csv.refused.csv.\n"
  const left = {
    code: 0,
    errors: 'Columns left out: Adress.\nCodes of SNI are read as SNI 2007; they mean the same in SNI 2025.\n',
  }
  const all = ['3 new, 0 changed, 0 unchanged, 0 gone', '0 new, 0 changed, 3 unchanged, 0 gone'] as const
  const imported = (what: string, counts: string) => ({ ...left, output: `${what} ${summary(counts)}${refused}` })
  expect(await norrgraph('import', 'firms', firms, '--dry-run')).toEqual(imported('Would import', all[0]))
  const first = await norrgraph('import', 'firms', firms)
  const [becameLine = ''] =
    /^Change (change:\S+) – take it back with norrgraph undo-import \1\n/m.exec(first.output) ?? []
  expect(becameLine).not.toBe('')
  expect({ ...first, output: first.output.replace(becameLine, '') }).toEqual(imported('Imported', all[0]))
  expect(await norrgraph('import', 'firms', firms)).toEqual(imported('Imported', all[1]))
  expect(readFileSync(at('firms.csv.refused.csv'), 'utf8')).toBe(
    [
      '\uFEFFline;what;firm;column;cell;reason',
      "4;REFUSED;•••;Organisationsnummer;•••;the number can be a person's: sole traders are left out",
      `5;CELL;${number(3)};Kommun;Atlantis;no municipality has this code or name`,
      '',
    ].join('\n'),
  )
})

it('takes nothing away for a file of the same title that it cannot read or that holds none', async () => {
  const wrong = write('wrong.csv', ['organisationNumber,name', '55600,Svets AB'])
  const empty = write('empty.csv', ['organisationNumber,name'])
  const nothing = { code: 1, output: '' }
  const titled = ['--title', 'Våra medlemmar'] as const
  expect(await norrgraph('import', 'firms', wrong, ...titled)).toEqual({
    ...nothing,
    errors: 'Nothing was imported: wrong.csv has no row to take (refused rows: 1, listed in wrong.csv.refused.csv).\n',
  })
  expect(await norrgraph('import', 'firms', empty, ...titled)).toEqual({
    ...nothing,
    errors:
      `Nothing was imported: empty.csv no longer names 3 of 3 firms (${svets} Ström; Svets AB, ${åkeri} Åkeri AB, ` +
      `${number(3)} Ingenstans AB). Give --confirm-loss if that is right.\n`,
  })
  expect(await norrgraph('import', 'firms', at('firms.csv'))).toMatchObject({
    output: expect.stringContaining('0 new, 0 changed, 3 unchanged, 0 gone'),
  })
})

it('relates them by a file in English with the mark of the byte order, and names what can be said', async () => {
  const supplies = write('supplies.csv', [
    '\uFEFFsupplier,buyer,category,phase,since,until',
    `${svets},establishment:lkab,welding,underhållsstopp,2020,`,
    `${svets},establishment:lkab,rockets,,,`,
  ])
  const { output } = await norrgraph('import', 'supplies', supplies, '--title', 'Våra medlemmar')
  expect(output).toMatch(
    /^Imported supplies\.csv .*: 1 new, 0 changed, 0 unchanged, 0 gone\.\nBy column, .*\nRefused rows: 1;/,
  )
  expect(readFileSync(at('supplies.csv.refused.csv'), 'utf8')).toMatch(
    /^3,REFUSED,\d{10},category,rockets,"takes a name or one of .*welding/m,
  )
})

it('keeps of a register what is asked for, and counts the rest', async () => {
  const fields =
    'ForAndrTyp COAdress Foretagsnamn FtgStat Gatuadress JEStat JurForm Namn Ng1 Ng2 Ng3 Ng4 Ng5 PeOrgNr PostNr PostOrt RegDatKtid Reklamsparrtyp'.split(
      ' ',
    )
  const marks = fields.slice(1)
  const row = (cells: Readonly<Record<string, string>>) =>
    `${[...fields.map((field) => cells[field] ?? ''), ...marks.map(() => '')].join('\t')}\t`
  const entity = { FtgStat: '1', JurForm: '49', Gatuadress: 'Smygvägen 7', COAdress: 'c/o Kalle Person' }
  const register = write(
    'scb_bulkfil_JE_2026-11-01T0100_01.txt',
    [
      `${[...fields, ...marks.map((field) => `m${field}`)].join('\t')}\t`,
      row({ ...entity, PeOrgNr: `16${number(11)}`, Namn: 'Gruvåkeri AB', Ng1: '49410', PostOrt: 'GAMMELSTAD' }),
      row({ ...entity, PeOrgNr: `16${number(12)}`, Namn: 'Svetshus AB', Ng1: '25110', PostOrt: 'LULEÅ' }),
      row({ ...entity, PeOrgNr: `16${number(13)}`, Namn: 'Sydåkeri AB', Ng1: '49410', PostOrt: 'MALMÖ' }),
      row({ ...entity, PeOrgNr: `16${number(14)}`, Namn: 'Sydlig kod AB', Ng1: '45990', PostOrt: 'MALMÖ' }),
      row({ ...entity, PeOrgNr: '198001011234', Namn: 'Kalle Person', Ng1: '49410', PostOrt: 'LULEÅ' }),
    ],
    'latin1',
  )
  const { code, output } = await norrgraph('import', 'register', 'scb', register, '--county', '25', '--sni', 'H')
  expect(code).toBe(0)
  expect(output.split('\n').slice(1).toSorted()).toEqual([
    '',
    'By column, of 1 taken: municipality 1, sni 1, asOf 1.',
    expect.stringMatching(/^Change (change:\S+) – take it back with norrgraph undo-import \1$/),
    'Left out, in another county: 2.',
    'Left out, in another industry: 1.',
    'Left out, sole traders: 1.',
  ])
  expect(output).toMatch(/: 1 new, 0 changed, 0 unchanged, 0 gone\.$/m)
})

it.each([
  ['no such file', ['firms', 'none.csv'], 'none.csv: there is no such file\n'],
  ['a title that says nothing', ['firms', 'firms.csv', '--title', ' '], /--title.* it says nothing\n$/],
  [
    'a file of another kind',
    ['needs', 'firms.csv'],
    'firms.csv, line 1: no row of the first twenty names a column need or behov\n',
  ],
])('ends in one line for %s', async (_, [kind = '', file = '', ...options], message) => {
  const { code, output, errors } = await norrgraph('import', kind, at(file), ...options)
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(errors).toMatch(message)
  expect(errors.trimEnd().split('\n')).toHaveLength(1)
})

it('repeats no number of a person that a name, a title or an option holds', async () => {
  const firms = write('lista 811218-9876.csv', ['organisationNumber,name', `${number(21)},Listans AB`])
  const untitled = await norrgraph('import', 'firms', firms)
  expect(untitled).toMatchObject({ code: 1, output: '' })
  expect(untitled.errors).toContain('•••')
  const titled = await norrgraph('import', 'firms', firms, '--title', 'Listan')
  expect(titled.code).toBe(0)
  expect(titled.output).toContain('lista •••.csv')
  for (const wrong of [
    ['--title', '19811218–9876'],
    ['--publisher', '811218 9876'],
    ['--811218-9876'],
    ['--county', '8112189876'],
  ]) {
    const { code, errors } = await norrgraph('import', 'firms', firms, ...wrong)
    expect(code).toBe(1)
    expect(errors).not.toMatch(/8112|9876/)
  }
  await norrgraph('export', 'graph', at('listed.jsonl'))
  expect(readFileSync(at('listed.jsonl'), 'utf8')).toContain('lista •••.csv, line 2')
  expect(printed + readFileSync(at('listed.jsonl'), 'utf8')).not.toMatch(/811218|8112189876/)
})

it('takes corrections and takes firms out, and calls a list as its file where nobody is there to ask', async () => {
  const rows = [...Array(20).keys()].map((index) => `${number(100 + index)};Lista ${index} AB;${index}`)
  const list = write('lista.csv', ['organisationsnummer;namn;anställda', ...rows])
  const untitled = await norrgraph('import', 'firms', list)
  expect(untitled).toMatchObject({ code: 0, output: expect.stringMatching(/source:import-firms-lista: 20 new/) })
  expect(untitled.errors).toMatch(/No title is given: the list is called lista, as the file is\. Give --title/)
  const titled = ['--title', 'قائمة'] as const
  expect((await norrgraph('import', 'firms', list, ...titled)).output).toMatch(/20 new, 0 changed/)
  const one = write('rättat.csv', ['organisationsnummer;namn;anställda', `${number(100)};Rättat AB;`])
  expect((await norrgraph('import', 'firms', one, ...titled)).errors).toMatch(/no longer names 19 of 20 firms/)
  expect((await norrgraph('import', 'firms', one, ...titled, '--update')).output).toMatch(/1 changed.* 0 gone\./)
  const removed = await norrgraph('import', 'firms', '--remove', number(101), number(999), ...titled)
  expect(removed.output).toMatch(new RegExp(`: 1\\. Still named by: lista\\.\nNot in it: ${number(999)}\\.\n$`))
  expect((await norrgraph('import', 'firms', '--remove', number(101))).errors).toMatch(/also needs --title/)
})

it('neither stores, prints nor lists what could tell of a person', async () => {
  await norrgraph('export', 'graph', at('graph.jsonl'))
  const kept = ['graph.jsonl', 'firms.csv.refused.csv', 'supplies.csv.refused.csv'].map((name) =>
    readFileSync(at(name), 'utf8'),
  )
  expect(kept[0]).toContain('Gruvåkeri AB')
  for (const text of [printed, ...kept])
    expect(text).not.toMatch(/8001011234|800101-1234|Kalle|Storgatan|Hemgatan|Smygvägen/)
})
