import { type Asked, byFirms, type Costs, lengthOf, upTo } from '../cost/field-cost.js'

/** What reading whom the support system leaves out takes, and telling of a firm whether it is left out. */
const READING_UNSERVED = 45
const TELLING_UNSERVED = { true: 0.008, false: 0.028 }

const filterOf = ({ args }: Asked): Readonly<Record<string, unknown>> =>
  typeof args.filter === 'object' && args.filter !== null ? { ...args.filter } : {}

/** A filter is put to every firm once for the page and once for the count. */
function filtering(asked: Asked): number {
  const { sectors, needs, text, sizeClasses, unserved } = filterOf(asked)
  const each =
    (sectors ? 0.0008 : 0) +
    (needs ? 0.0006 : 0) +
    (text ? 0.0003 : 0) +
    (sizeClasses ? 0.0003 : 0) +
    (typeof unserved === 'boolean' ? TELLING_UNSERVED[`${unserved}`] : 0)
  const looks = Number(asked.asksRows) + Number(asked.asksTotal)
  return looks * (each * located(asked) + (typeof unserved === 'boolean' ? READING_UNSERVED : 0))
}

/** How many firms there are where they are asked for. */
function located(asked: Asked): number {
  const firms = asked.size.nodes('Firm')
  const municipality = filterOf(asked).municipality
  return municipality ? Math.min(firms, asked.size.degrees('Municipality', ['LOCATED_IN'], 'IN').most) : firms
}

/** Dimensions' values, of which no combination occurs twice. */
const lengthsOf: Readonly<Record<string, number>> = { SECTOR_GROUP: 4, SIZE_CLASS: 5 }

export const firmCosts: Costs = {
  Query: {
    firms: { work: filtering, scanned: located, argument: 'filter' },
    businessStructure: {
      work: (asked) => (asked.args.origin === 'GRAPH' ? byFirms(10, 5.5)(asked) : 2),
      argument: 'origin',
    },
  },
  Firm: { otherNames: upTo(10) },
  BusinessStructure: {
    warnings: upTo(3),
    cells: {
      rows: ({ size, rootArgs: { by } }) =>
        (Array.isArray(by) ? by : []).reduce<number>(
          (cells, dimension) => cells * (lengthsOf[String(dimension)] ?? size.nodes('County') + 1),
          1 + lengthOf(by, 0),
        ),
    },
  },
}
