import { join } from 'node:path'
import type { Classifications } from './classification.js'
import { surveyCodes } from './codes-file.js'
import { type ExplorerPart, explorerPart } from './explorer.js'
import { type MatchingWeights, matchingPart } from './matching-part.js'
import type { Outlines } from './outlines.js'
import { surveyOutlines } from './outlines-file.js'
import { SeedError } from './problems.js'
import { type Region, region } from './region.js'
import { type RegionWordings, wordings } from './wordings.js'
import { type Reading, readYamlIfThere, readYamlOf } from './yaml-file.js'

/** What the region's folder says, as one value that rooms receive. */
export interface Edition extends Omit<Region, 'classifications'> {
  /** Editions of the classification of sectors, side by side; a code that does not say its edition is of the first. */
  readonly classifications: Classifications
  /** By what those who can help a firm are ordered. */
  readonly matching: MatchingWeights
  /** The folder that it was read from. */
  readonly folder: string
  /** What the explorer's pages say of the region. */
  readonly explorer: ExplorerPart
  /** What the region's own notes read in Swedish. */
  readonly wordings: RegionWordings
  /** Null where the map is of places alone. */
  readonly outlines: Outlines | null
}

/**
 * What a region's folder says of the region itself, and what its pages show of it where it says that; null where it
 * cannot be made out.
 */
export async function surveyEdition(folder: string): Promise<Reading<Edition | null>> {
  const said = await readYamlOf(folder, join(folder, 'region.yaml'), region)
  if (said.found === null) return { found: null, problems: said.problems }
  const ordered = await readYamlIfThere(folder, 'matching.yaml', matchingPart, matchingPart.parse({}))
  const shown = await readYamlIfThere(folder, 'explorer.yaml', explorerPart, explorerPart.parse({}))
  const worded = await readYamlIfThere(folder, 'wordings.yaml', wordings, wordings.parse({}))
  const drawn = await surveyOutlines(folder)
  const coded = await surveyCodes(folder, said.found.classifications)
  const problems = [...ordered.problems, ...shown.problems, ...worded.problems, ...drawn.problems, ...coded.problems]
  if (problems.length > 0 || coded.found === null) return { found: null, problems }
  const beside = {
    folder,
    matching: ordered.found,
    classifications: coded.found,
    explorer: shown.found,
    // A folder may have those of places in `explorer.yaml`, where they stood at first.
    wordings: { ...worded.found, locators: { ...shown.found.locators, ...worded.found.locators } },
    outlines: drawn.found,
  }
  return { found: { ...said.found, ...beside }, problems: [] }
}

/**
 * Reads what a region's folder says of the region itself: `region.yaml`, `matching.yaml`, and `explorer.yaml`,
 * `wordings.yaml` and `places/outlines.geojson` where they are there.
 * @throws SeedError with file, line and reason of all that is wrong.
 */
export async function readEdition(folder: string): Promise<Edition> {
  const { found, problems } = await surveyEdition(folder)
  if (found === null) throw new SeedError(problems)
  return found
}
