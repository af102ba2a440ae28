import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { type InputOutputTable, industryColumns, satelliteNames } from '../spillover/model/table.js'

/** Writes `table.json`, `flows.csv` and `industries.csv`, which the importer reads back as the same table. */
export async function writeTableFiles(table: InputOutputTable, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'table.json'), factsJson(table))
  await writeFile(join(folder, 'industries.csv'), industriesCsv(table))
  await pipeline(Readable.from(flowLines(table)), createWriteStream(join(folder, 'flows.csv')))
}

function factsJson(table: InputOutputTable): string {
  const { id, title, publisher, edition, year, kind, geography, currencyUnit, employmentUnit } = table
  const { householdConsumption, householdIncome } = table
  const facts = { id, title, publisher, edition, year, kind, geography, currencyUnit, employmentUnit }
  return `${JSON.stringify({ ...facts, householdConsumption, householdIncome }, null, 2)}\n`
}

function industriesCsv(table: InputOutputTable): string {
  const satellites = satelliteNames(table)
  const rows = table.industries.map(({ sni, imputedRent, satellites: accounts, ...industry }) => [
    ...industryColumns.map((column) => {
      if (column === 'sni') return sni.join(' ')
      if (column === 'imputedRent') return imputedRent ? '1' : null
      return industry[column]
    }),
    ...satellites.map((name) => accounts[name]),
  ])
  return stringify([[...industryColumns, ...satellites], ...rows])
}

function* flowLines({ industries, flows }: InputOutputTable): Generator<string> {
  const codes = industries.map(({ code }) => code)
  yield stringify([['supplier', ...codes]])
  for (const [index, code] of codes.entries()) yield stringify([[code, ...(flows[index] ?? [])]])
}
