import { ask } from '../../ask.js'
import { TypedDocumentString } from '../../generated/graphql.js'
import type { Operation, WrittenKind } from './kinds.js'
import { inputOf } from './kinds.js'
import type { GivenFields } from './values.js'

interface Reply {
  readonly written: {
    readonly entity: { readonly id: string } | null
    readonly change: { readonly id: string } | null
    readonly proposal: { readonly id: string } | null
  }
}

/** What came of it: the entity as it is now, or null for a proposal. */
export interface Written {
  readonly entity: string | null
  readonly isProposal: boolean
}

/** The mutation of an operation; its input is what the schema says, which the form was made of. */
export function mutationOf(operation: Operation, kind: WrittenKind): string {
  const name = `${operation.toLowerCase()}${kind.type}`
  return `mutation ExplorerWrite($input: ${inputOf(operation, kind)}!) {
    written: ${name}(input: $input) {
      entity: ${kind.field} { id }
      change { id }
      proposal { id }
    }
  }`
}

/**
 * Stores what a form says, or proposes it.
 * @throws AskError
 */
export async function write(operation: Operation, kind: WrittenKind, input: GivenFields): Promise<Written> {
  const document = new TypedDocumentString<Reply, { input: GivenFields }>(mutationOf(operation, kind))
  const { written } = await ask(document, { input })
  return { entity: written.entity?.id ?? null, isProposal: written.proposal !== null }
}
