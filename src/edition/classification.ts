import { z } from 'zod'
import { text } from './forms.js'
import type { SectorCodes, WrittenCode } from './sector-codes.js'

/** What `region.yaml` says of an edition of the classification of sectors. */
export const classificationPart = z.strictObject({
  /** The beginning of its sectors' ids, after their kind: `sic` of `sector:sic-C24`. */
  id: z.string().regex(/^[a-z][a-z0-9]*$/, 'is no word of small letters and digits'),
  name: text,
  /** What headers and options call it by, beside its name, such as a year. */
  called: z.array(text).min(1),
  /** Whether the graph holds its sectors. */
  inGraph: z.boolean().default(true),
  /** Its codes that mean something else in the edition before, parted by blanks. */
  renumbered: z
    .string()
    .default('')
    .transform((codes): ReadonlySet<string> => new Set(codes.split(/\s+/).filter(Boolean))),
})

/** An edition of the classification of sectors. */
export interface Classification extends z.output<typeof classificationPart> {
  readonly codes: SectorCodes
}

/** The editions of a region, the first of which is meant where none is named. */
export type Classifications = readonly [Classification, ...Classification[]]

/** What has classifications, such as an edition. */
export interface Classified {
  readonly classifications: Classifications
}

/** Whether an id is a section or division of one of the region's classifications, and not an industry of a table. */
export function isOfClassification({ classifications }: Classified, sector: string): boolean {
  return classifications.some(({ id }) => sector.startsWith(`sector:${id}-`))
}

/** The id of a section or division, such as `C` or `C24`, of the classification that is meant where none is named. */
export function sectorId({ classifications: [meant] }: Classified, code: string): string {
  return idIn(meant, code)
}

/** The id of a section or division of one classification. */
export const idIn = ({ id }: Pick<Classification, 'id'>, code: string): string => `sector:${id}-${code}`

/** Whether a code that both editions have means the same in both. @param later the one that was numbered anew. */
export function meansTheSame({ letter, digits }: WrittenCode, { renumbered }: Classification): boolean {
  if (digits === '') return !renumbered.has(letter)
  return !renumbered.has(digits.slice(0, 3)) && !renumbered.has(digits.slice(0, 4))
}

/** Which editions have a code, in their order. */
export const editionsWith = (classifications: Classifications, code: WrittenCode): Classification[] =>
  classifications.filter(({ codes }) => codes.has(code))

/** Whether a code means one thing in one of these editions and another in another. */
export const isDoubtful = (code: WrittenCode, editions: readonly Classification[]): boolean =>
  editions.slice(1).some((later) => !meansTheSame(code, later))

/** Whether a text, such as a header, calls an edition by one of its names. */
export function isCalled({ called }: Pick<Classification, 'called'>, words: string): boolean {
  return called.some((name) => new RegExp(`${calledAs(name)}(?!\\.?\\d)`, 'i').test(words))
}

/** The form in which a name stands in headers and cells: `Rev. 2` also as `rev2`. */
export const calledAs = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\. /g, '\\.? ?')
