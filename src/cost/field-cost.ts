import type { GraphSize } from './graph-size.js'

/** What a field is asked with. */
export interface Asked {
  readonly size: GraphSize
  /** Its arguments, defaults filled in. */
  readonly args: Readonly<Record<string, unknown>>
  /** Those of the root field that it stands below. */
  readonly rootArgs: Readonly<Record<string, unknown>>
  /** Of a connection: whether rows of it are asked for, and how many there are. */
  readonly asksRows: boolean
  readonly asksTotal: boolean
  /** Names of the fields that are asked of what it gives. */
  readonly below: ReadonlySet<string>
}

/** What a field costs beside what is asked below it. Times are of one core of the machine that `npm run bench` tells of. */
export interface FieldCost {
  /** Milliseconds of one core, each time that the field is answered. */
  readonly work?: (asked: Asked) => number
  /** Bytes of memory that are held beside the answer. */
  readonly memory?: (asked: Asked) => number
  /** How many items its list can have, where neither its page nor its relationship says so. */
  readonly rows?: (asked: Asked) => number
  /** The same of all nodes together that it can be asked of. */
  readonly inAll?: (asked: Asked) => number
  /** How many nodes it looks at for a page. */
  readonly scanned?: (asked: Asked) => number
  /** The argument by which less is asked of it. */
  readonly argument?: string
  /** What does what is too much for a request, as it is told. */
  readonly instead?: string
}

/** For each type of the API, what those of its fields cost whose cost does not follow from how they are read. */
export type Costs = Readonly<Record<string, Readonly<Record<string, FieldCost>>>>

/** A cost that grows with the number of firms. */
export const byFirms =
  (atLeast: number, aThousand: number) =>
  ({ size }: Pick<Asked, 'size'>): number =>
    atLeast + (aThousand * size.nodes('Firm')) / 1_000

/** A list that never has more items than this. */
export const upTo = (rows: number): FieldCost => ({ rows: () => rows })

/** A list of at most all nodes of a type. */
export const all = (type: string): FieldCost => ({ rows: ({ size }) => size.nodes(type) })

/** How many items a list argument has; `otherwise` where it is left out. */
export const lengthOf = (list: unknown, otherwise: number): number => (Array.isArray(list) ? list.length : otherwise)

/** A whole number argument within what is taken; a wrong one is refused when it is read. */
export const within = (value: unknown, otherwise: number, most: number): number =>
  Math.min(Math.max(Number(value ?? otherwise) || 1, 1), most)
