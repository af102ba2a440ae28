import type { Edition } from './edition.js'

/** The id of a section or division, such as `C` or `C24`, of the classification that is meant where none is named. */
export function sectorId({ classifications: [meant] }: Pick<Edition, 'classifications'>, code: string): string {
  return `sector:${meant.id}-${code}`
}
