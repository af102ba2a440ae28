import { Kind, type OperationDefinitionNode, parse } from 'graphql'
import { type Charge, chargeOf } from '../../src/cost/charge.js'
import type { GraphSize } from '../../src/cost/graph-size.js'
import type { NodeLabel } from '../../src/graph/vocabulary.js'
import { catalog } from '../../src/server/catalog.js'
import { costsIn } from '../../src/server/costs.js'
import { refusalOf } from '../../src/server/limits.js'
import { createSchema } from '../../src/server/schema.js'
import type { Random } from '../differential/random.js'
import { type Ranges, Selections } from '../differential/selections.js'
import { edition } from '../edition.js'

const costs = costsIn(edition)

/** What a request took: milliseconds of all cores, letters of its answer, and whether it was answered. */
export interface Taken {
  readonly work: number
  readonly letters: number
  readonly isAnswered: boolean
}

/** Sends a request and measures it. */
export type Measure = (query: string) => Promise<Taken>

/** A request of root fields, each under an alias of its own. */
interface Request {
  readonly roots: readonly string[]
  readonly taken: Taken
}

const schema = createSchema()
const rootFields = Object.keys(schema.getQueryType()?.getFields() ?? {})
/** As large as is taken. */
const ranges: Ranges = {
  ...{ first: [1, 200], depth: [1, 6], maxLength: [1, 6], limit: [1, 2_000], draws: [1, 20] },
  ...{ maxFirms: [1, 6], minEmployees: [1, 500], fewerThan: [1, 100_000], minPlaces: [2, 5] },
}

const MOST_COPIES = 90

/**
 * Looks for the request that takes most of those which are not refused: fields made at random, those that take more than
 * they are charged copied as often as passes, and the worst of these changed again and again.
 */
export class CostlyRequests {
  /** Worst first. */
  private readonly found: Request[] = []
  asked = 0

  constructor(
    private readonly size: GraphSize,
    private readonly measure: Measure,
    private readonly random: Random,
    private readonly ids: (label: NodeLabel) => readonly string[],
  ) {}

  /** The worst that was found, as text, with what it took. */
  async search({ fields, copied, changes }: { fields: number; copied: number; changes: number }) {
    const alone: { root: string; expected: number }[] = []
    for (let number = 0; number < fields; number += 1) {
      // Each root field in turn, so that none is left out.
      const root = this.rootOf(rootFields[number % rootFields.length] ?? '')
      const { work: charged } = this.charge([root])
      if (this.isRefused([root])) continue
      await this.try([root])
      const taken = await this.try([root])
      alone.push({ root, expected: taken.work * this.copiesOf(root, charged) })
    }
    const worst = alone.toSorted((left, right) => right.expected - left.expected)
    for (const { root } of worst.slice(0, copied)) await this.try(this.filled([root]))
    for (let change = 0; change < changes; change += 1) {
      const begun = this.found[this.random.whole(0, Math.min(4, this.found.length - 1))]
      if (begun)
        await this.try(
          this.filled(
            this.changed(
              [...begun.roots],
              worst.slice(0, 20).map(({ root }) => root),
            ),
          ),
        )
    }
    const [most] = this.found
    if (!most) throw new Error('no request passed')
    return { query: textOf(most.roots), taken: most.taken }
  }

  private rootOf(field: string): string {
    const text = new Selections(schema, this.random, this.random, this.ids, ranges).request(field)
    // Pages are turned by what one answers, of which there is none here.
    return text
      .slice(text.indexOf('{ ') + 2, -2)
      .replaceAll(/,? ?after: \$after/g, '')
      .replaceAll('()', '')
  }

  private changed(roots: string[], others: readonly string[]): string[] {
    const at = this.random.whole(0, roots.length - 1)
    const root = roots[at] ?? ''
    switch (this.random.whole(0, 3)) {
      case 0:
        return [...roots.slice(0, Math.ceil(roots.length / 2)), this.random.pick(others)]
      case 1:
        return [root.replaceAll(/first: \d+/g, () => `first: ${this.random.pick([1, 20, 200])}`)]
      case 2:
        return [
          root.replaceAll(/limit: \d+/g, () => `limit: ${this.random.pick([1, 100, 2_000])}`),
          ...roots.slice(1, 3),
        ]
      default:
        return [this.random.pick(others), this.random.pick(others)]
    }
  }

  private copiesOf(root: string, charged: number): number {
    const aliases = this.charge([root]).aliases
    return Math.max(1, Math.min(MOST_COPIES / aliases, BOUND / charged))
  }

  /** As many copies of some roots as pass, in turn. */
  private filled(roots: readonly string[]): string[] {
    const filled: string[] = []
    for (let number = 0; number < MOST_COPIES; number += 1) {
      const root = roots[number % roots.length]
      if (root === undefined || this.isRefused([...filled, root])) break
      filled.push(root)
    }
    return filled
  }

  private async try(roots: readonly string[]): Promise<Taken> {
    if (roots.length === 0) return { work: 0, letters: 0, isAnswered: false }
    this.asked += 1
    const taken = await this.measure(textOf(roots))
    this.found.push({ roots, taken })
    this.found.sort((left, right) => right.taken.work - left.taken.work)
    return taken
  }

  private isRefused(roots: readonly string[]): boolean {
    return refusalOf(this.charge(roots)) !== null
  }

  private charge(roots: readonly string[]): Charge {
    const document = parse(textOf(roots))
    const operation = document.definitions.find(
      (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
    )
    if (!operation) throw new Error('no operation')
    return chargeOf({ schema, catalog, costs }, { document, operation, variables: {} }, this.size)
  }
}

const BOUND = 2_000

const textOf = (roots: readonly string[]): string =>
  `{ ${roots.map((root, number) => `a${number}: ${root}`).join(' ')} }`
