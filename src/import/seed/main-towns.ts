import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { Reading } from '../../edition/yaml-file.js'
import { numberCell, optionalCell, readRows } from './rows.js'

/** What `seed.yaml` says of main towns: a file of `municipality,town,latitude,longitude,id`. */
export const mainTownsDeclaration = z.strictObject({ file: text, source: text, locator: text })
type MainTownsDeclaration = z.output<typeof mainTownsDeclaration>

const degrees = (most: number) => numberCell.pipe(z.number().min(-most).max(most))

const mainTownRow = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/, 'is no code of four digits'),
  town: text,
  latitude: degrees(90),
  longitude: degrees(180),
  /** By which its source tells it from others. */
  id: optionalCell.optional(),
})

/** The main town of a municipality, as the municipality says it of itself. */
export interface MainTown {
  readonly mainTownName: string
  readonly mainTownLatitude: number
  readonly mainTownLongitude: number
  readonly mainTownSource: string
  readonly mainTownLocator: string
}

/** Main towns by the code of their municipality; a second one, and one of a municipality that is not there, is a problem. */
export async function readMainTowns(
  folder: string,
  { file: name, source, locator }: MainTownsDeclaration,
  municipalities: ReadonlySet<string>,
): Promise<Reading<ReadonlyMap<string, MainTown>>> {
  const { found: rows, problems } = await readRows(folder, name, (row) => mainTownRow.safeParse(row))
  const found = new Map<string, MainTown>()
  const misplaced: SeedProblem[] = []
  for (const { file, line, value } of rows) {
    const { municipality, town, latitude, longitude, id } = value
    const report = (reason: string) => void misplaced.push({ file, line, reason })
    if (found.has(municipality)) report(`municipality ${municipality} has another main town already`)
    if (!municipalities.has(municipality)) report(`there is no municipality ${municipality}`)
    found.set(municipality, {
      ...{ mainTownName: town, mainTownLatitude: latitude, mainTownLongitude: longitude },
      ...{ mainTownSource: source, mainTownLocator: id === undefined ? locator : `${locator}, ${id}` },
    })
  }
  return { found, problems: [...problems, ...misplaced] }
}
