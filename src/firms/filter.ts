import type { FirmFilter } from '../generated/resolvers.js'
import { idOfKind } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError, requireSome, soughtName, soughtText } from '../kernel/input-errors.js'
import type { KeptKnowledge } from '../reference/reference.js'
import { leastByDefault, type SupportEvidence } from '../support/facts/evidence.js'
import { partlyMetNeeds } from '../support/facts/partly-met-needs.js'
import type { PartlyMetNeeds } from '../support/facts/unserved.js'
import type { UnservedFirm } from '../support/facts/unserved-firms.js'
import { readOrganisationNumber } from '../text/organisation-number.js'
import { soughtForms } from '../text/sought-forms.js'
import { sectorsWithParts } from './queries.js'

/** Which firms are asked for, the unserved or the rest, and what tells them apart. */
interface UnservedAsked {
  /** True for the unserved, false for the rest. */
  readonly wanted: boolean
  /** The least that counts as being served. */
  readonly evidence: SupportEvidence
  readonly needs: readonly PartlyMetNeeds[]
}

/** A filter whose ids are of the right kinds, with the sectors below those that it names. */
export interface CheckedFilter extends Omit<FirmFilter, 'sectors' | 'unserved' | 'evidence' | 'text'> {
  /** Folded as names are. */
  readonly text: string | null
  /** The organisation number that the text is, if it is one. */
  readonly number: string | null
  readonly sectors: readonly string[] | null
  readonly unserved: UnservedAsked | null
}

/**
 * Reads and checks a filter.
 * @throws BadUserInputError for what is no filter; NotFoundError for a sector that is not there.
 */
export async function checkedFilter(
  knowledge: KeptKnowledge,
  filter: FirmFilter,
  asOf: string,
): Promise<CheckedFilter> {
  requireSome('filter.sizeClasses', filter.sizeClasses)
  requireSome('filter.sectors', filter.sectors)
  requireSome('filter.needs', filter.needs)
  idOfKind('county', filter.county, 'filter.county')
  idOfKind('municipality', filter.municipality, 'filter.municipality')
  for (const need of filter.needs ?? []) idOfKind('need', need, 'filter.needs')
  const read = typeof filter.text === 'string' ? readOrganisationNumber(soughtText('filter.text', filter.text)) : null
  const evidence = filter.evidence ?? leastByDefault
  return {
    ...filter,
    text: typeof filter.text === 'string' ? soughtName('filter.text', filter.text) : null,
    number: read?.kind === 'NUMBER' ? read.number : null,
    sectors: filter.sectors ? await withParts(knowledge.graph, filter.sectors) : null,
    unserved:
      typeof filter.unserved === 'boolean'
        ? {
            ...{ wanted: filter.unserved, evidence },
            needs: await knowledge.reference.of(partlyMetNeeds, asOf, evidence),
          }
        : null,
  }
}

async function withParts(graph: GraphReader, sectors: readonly string[]): Promise<string[]> {
  const ids = sectors.map((sector) => idOfKind('sector', sector, 'filter.sectors'))
  const rows = await graph.read(sectorsWithParts, { ids })
  const found = new Set(rows.map(({ sector }) => sector))
  const unknown = ids.find((id) => !found.has(id))
  if (unknown !== undefined) throw new NotFoundError(unknown)
  return rows.map(({ within }) => within)
}

/** Of unserved firms, those that a filter lets through, as the database judges it. */
export function unservedThat(filter: CheckedFilter, firms: readonly UnservedFirm[]): readonly UnservedFirm[] {
  const { county, municipality, sizeClasses, text, number } = filter
  const places = [county, municipality].filter((place) => typeof place === 'string')
  const sectors = filter.sectors && new Set(filter.sectors)
  const needs = filter.needs && new Set(filter.needs)
  const forms = text ? soughtForms(text) : []
  return firms.filter(
    (firm) =>
      (places.length === 0 || firm.seats.some((seat) => places.every((place) => seat.has(place)))) &&
      (!sizeClasses || sizeClasses.includes(firm.sizeClass)) &&
      (!sectors || firm.sectors.some((sector) => sectors.has(sector))) &&
      (!needs || firm.needs.some((need) => needs.has(need))) &&
      (!text ||
        (number !== null && firm.organisationNumber === number) ||
        forms.some((form) => firm.searchText.includes(form))),
  )
}
