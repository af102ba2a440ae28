import { parse } from 'graphql'
import type { Growth } from '../network/question.js'
import { type Charges, onlyOperation } from './charges.js'

/** What a file of a network holds, as the API would be asked for it; of what relationships say, each says little. */
export const sameNetwork = `
  query ($of: [ID!]!, $depth: Int!, $limit: Int, $asOf: Date, $kinds: [EntityKind!], $edgeKinds: [EdgeKind!]) {
    neighbourhood(of: $of, depth: $depth, limit: $limit, asOf: $asOf, kinds: $kinds, edgeKinds: $edgeKinds) {
      truncated leftOutByDay
      nodes {
        id kind sv: label(lang: SV) en: label(lang: EN) degree tier organisationNumber sizeClass employees turnover jobs
        population municipality latitude longitude synthetic
      }
      edges { id source target kind asOf statedIn }
    }
  }
`
const document = parse(sameNetwork)
const operation = onlyOperation(document)

/**
 * Milliseconds that a network takes as a file: what the API takes for the same.
 * @throws RequestTooLargeError where the API would refuse it.
 */
export async function networkWork(charges: Charges, { starts, depth, limit, walk, asked }: Growth): Promise<number> {
  const { work = 0, refusal = null } =
    (await charges.of(document, operation, {
      ...{ of: starts, depth, limit, asOf: walk.asOf },
      kinds: asked.kinds ? walk.kinds : null,
      edgeKinds: asked.edgeKinds ? walk.types : null,
    })) ?? {}
  if (refusal) throw refusal
  return work
}
