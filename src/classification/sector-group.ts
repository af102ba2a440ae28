export const sectorGroups = ['INDUSTRY', 'SERVICES', 'PUBLIC'] as const
/** The report's groups of industries: sections A–F, the rest, sections O–Q. */
export type SectorGroup = (typeof sectorGroups)[number]

/** The group of a section by its letter. */
export function groupOfSection(section: string): SectorGroup {
  if (section >= 'A' && section <= 'F') return 'INDUSTRY'
  return section >= 'O' && section <= 'Q' ? 'PUBLIC' : 'SERVICES'
}
