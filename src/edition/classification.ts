import type { Edition } from './edition.js'

/** Whether an id is a section or division of one of the region's classifications, and not an industry of a table. */
export function isOfClassification({ classifications }: Pick<Edition, 'classifications'>, sector: string): boolean {
  return classifications.some(({ id }) => sector.startsWith(`sector:${id}-`))
}

/** The id of a section or division, such as `C` or `C24`, of the classification that is meant where none is named. */
export function sectorId({ classifications: [meant] }: Pick<Edition, 'classifications'>, code: string): string {
  return `sector:${meant.id}-${code}`
}
