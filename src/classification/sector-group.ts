export const sectorGroups = ['INDUSTRY', 'SERVICES', 'PUBLIC'] as const
/** The report's groups of industries: sections A–F, the rest, sections O–Q. */
export type SectorGroup = (typeof sectorGroups)[number]
