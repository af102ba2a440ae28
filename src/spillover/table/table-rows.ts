import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import type { Matrix } from '../model/linear-algebra/leontief.js'
import { type Industry, type InputOutputTable, scopes, tableKinds } from '../model/table.js'

/** Looked at in one go: a large table has millions. */
const areNumbers = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'number')

/** A table's node, as its properties. */
export const tableRow = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  edition: z.string(),
  year: z.number(),
  kind: z.enum(tableKinds).nullish(),
  geography: z.string(),
  currencyUnit: z.string(),
  employmentUnit: z.string(),
  householdConsumption: z.number().nullish(),
  householdIncome: z.number().nullish(),
  satellites: z.array(z.string()).nullish(),
  oddSv: z.array(z.string()).nullish(),
  oddEn: z.array(z.string()).nullish(),
})
export type TableRow = z.infer<typeof tableRow>

/** An industry: its node, the properties of `HAS_INDUSTRY`, and the codes of the divisions it `CORRESPONDS_TO`. */
export const industryRow = z.object({
  id: z.string(),
  code: z.string(),
  nameEn: z.string().nullish(),
  nameSv: z.string().nullish(),
  sectionCode: z.string().nullish(),
  figures: z
    .object({
      position: z.number(),
      output: z.number(),
      employed: z.number().nullish(),
      wages: z.number().nullish(),
      labourCost: z.number().nullish(),
      householdPurchases: z.number().nullish(),
      group: z.enum(sectorGroups).nullish(),
      scope: z.enum(scopes).nullish(),
      imputedRent: z.boolean(),
      /** Its row of Z, in a packed table. */
      flows: z
        .custom<readonly number[]>(areNumbers)
        .transform((flows) => Float64Array.from(flows))
        .nullish(),
    })
    .catchall(z.unknown()),
  divisions: z.array(z.string()),
})
export type IndustryRow = z.infer<typeof industryRow>

/** An `INPUT_TO` of the table, between ids of industries. */
export const flowRow = z.object({ supplier: z.string(), buyer: z.string(), flow: z.number() })
export type FlowRow = z.infer<typeof flowRow>

/** The table that was written as `tableElements`, from its rows in any order. */
export function tableFromRows(
  table: TableRow,
  industries: readonly IndustryRow[],
  flows: readonly FlowRow[],
): InputOutputTable {
  const { satellites, kind, oddSv: _, oddEn: __, ...facts } = table
  const ordered = industries.toSorted((left, right) => left.figures.position - right.figures.position)
  const packed = ordered.flatMap(({ figures }) => (figures.flows ? [figures.flows] : []))
  return {
    ...facts,
    ...(kind ? { kind } : {}),
    id: table.id.replace(/^table:/, ''),
    householdConsumption: table.householdConsumption ?? null,
    householdIncome: table.householdIncome ?? null,
    industries: ordered.map((row) => industryFromRow(row, satellites ?? [])),
    flows:
      packed.length > 0
        ? packed
        : flowMatrix(
            ordered.map(({ id }) => id),
            flows,
          ),
  }
}

function industryFromRow(
  { code, nameEn, nameSv, sectionCode, figures, divisions }: IndustryRow,
  satellites: readonly string[],
): Industry {
  return {
    code,
    name: nameEn ?? null,
    nameSv: nameSv ?? null,
    section: sectionCode ?? null,
    output: figures.output,
    employed: figures.employed ?? null,
    wages: figures.wages ?? null,
    labourCost: figures.labourCost ?? null,
    householdPurchases: figures.householdPurchases ?? null,
    group: figures.group ?? null,
    scope: figures.scope ?? null,
    sni: divisions.toSorted((left, right) => (left.slice(1) < right.slice(1) ? -1 : 1)),
    imputedRent: figures.imputedRent,
    satellites: Object.fromEntries(satellites.map((name) => [name, numberOrNull(figures[name])])),
  }
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Z in the order of `ids`; what has no relationship is zero. */
function flowMatrix(ids: readonly string[], flows: readonly FlowRow[]): Matrix {
  const position = new Map(ids.map((id, index) => [id, index]))
  const matrix = ids.map(() => ids.map(() => 0))
  for (const { supplier, buyer, flow } of flows) {
    const row = matrix[position.get(supplier) ?? -1]
    const column = position.get(buyer)
    if (row !== undefined && column !== undefined) row[column] = flow
  }
  return matrix
}
