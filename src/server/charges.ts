import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { chargeOf } from '../cost/charge.js'
import type { Costs } from '../cost/field-cost.js'
import { type GraphSize, PresentSize } from '../cost/graph-size.js'
import type { RequestTooLargeError } from '../kernel/input-errors.js'
import { catalog } from './catalog.js'
import { costsIn } from './costs.js'
import type { GraphHolder } from './graph-holder.js'
import { refusalOf } from './limits.js'

const VARIABLES_KEPT = 32
/** Letters of variables that are worth keeping. */
const LONGEST_KEPT = 1_000

/** What a request came to on a graph of a size. */
export interface Charged {
  readonly size: GraphSize
  /** Milliseconds of one core. */
  readonly work: number
  /** Why it is refused; null where it is not. */
  readonly refusal: RequestTooLargeError | null
}

type ChargesKept = LRUCache<string, Charged>

/** What requests come to on the graph as large as it is by now. */
export class Charges {
  private readonly present = new PresentSize()
  private readonly costs: Costs
  /** By what documents were asked with: Apollo hands out the same document for the same text. */
  private readonly kept = new WeakMap<DocumentNode, ChargesKept>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly holder: Pick<GraphHolder, 'graph' | 'edition'>,
  ) {
    this.costs = costsIn(holder.edition)
  }

  /** Null where no graph is open, and for variables that cannot be: these are refused, by name, when it is run. */
  async of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Charged | null> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], { ...given })
    if (!coerced || !this.holder.graph) return null
    const size = await this.present.of(this.holder.graph)
    const asked = JSON.stringify([operation.name?.value, coerced])
    const before = this.kept.get(document)?.get(asked)
    if (before?.size === size) return before
    const charge = chargeOf(
      { schema: this.schema, catalog, costs: this.costs },
      { document, operation, variables: coerced },
      size,
    )
    const charged = { size, work: charge.work, refusal: refusalOf(charge) }
    if (asked.length <= LONGEST_KEPT) this.keep(document, asked, charged)
    return charged
  }

  /** Settles when no graph is being counted any more, so that it can be closed. */
  settled(): Promise<void> {
    return this.present.settled()
  }

  private keep(document: DocumentNode, asked: string, charged: Charged): void {
    const charges: ChargesKept = this.kept.get(document) ?? new LRUCache({ max: VARIABLES_KEPT })
    this.kept.set(document, charges)
    charges.set(asked, charged)
  }
}

/** An operation that the server itself asks, with its document. */
export function onlyOperation(document: DocumentNode): OperationDefinitionNode {
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a document begins with its operation')
  return operation
}
