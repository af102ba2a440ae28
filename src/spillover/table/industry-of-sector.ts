import { AmbiguousSectorError, BadUserInputError } from '../../kernel/input-errors.js'
import type { Industry, InputOutputTable } from '../model/table.js'

/** A sector as a request names it: its id, its code, and for another table's industry the divisions it is made of. */
export interface NamedSector {
  readonly id: string
  readonly code: string
  readonly divisions: readonly string[]
}

/**
 * The industries that an SNI section (`B`) or division (`C24`) could be in a table. One: found. Several: the sector is
 * coarser than the table, or the table does not say which divisions its industries hold; then those of the section are
 * meant, or all where the table names no sections. None: the table leaves the sector out.
 */
export function industriesOfSector({ industries }: InputOutputTable, sector: string): readonly Industry[] {
  const matches = (division: string) => division === sector || (sector.length === 1 && division.startsWith(sector))
  if (industries.some(({ sni }) => sni.length > 0)) return industries.filter(({ sni }) => sni.some(matches))
  const section = sector.slice(0, 1)
  return industries.filter((industry) => industry.section === null || industry.section === section)
}

/**
 * The industries that a sector could be in a table: itself where it is one of them; another table's industry is read by
 * its divisions.
 * @param idOf the id of the table's industry with this code.
 */
export function industriesNamed(
  table: InputOutputTable,
  { id, code, divisions }: NamedSector,
  idOf: (code: string) => string,
): readonly Industry[] {
  const own = table.industries.filter((industry) => idOf(industry.code) === id)
  if (own.length > 0) return own
  const sectors = divisions.length > 0 ? divisions : [code]
  return [...new Set(sectors.flatMap((sector) => industriesOfSector(table, sector)))]
}

/**
 * The one industry that a sector is.
 * @param candidates the industries that it could be.
 * @param argument what names the sector, for errors.
 * @throws AmbiguousSectorError where it could be several; BadUserInputError where it is none.
 */
export function onlyIndustry(
  candidates: readonly Industry[],
  sector: string,
  argument: string,
  idOf: (code: string) => string,
): Industry {
  const [industry, ...others] = candidates
  if (industry === undefined) throw new BadUserInputError(argument, `${argument}: the table leaves ${sector} out`)
  if (others.length > 0) {
    const ids = candidates.map(({ code }) => idOf(code))
    throw new AmbiguousSectorError(argument, sector, ids)
  }
  return industry
}
