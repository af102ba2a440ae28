import type { Industry, InputOutputTable } from './table.js'

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
