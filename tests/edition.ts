import { readEdition } from '../src/edition/edition.js'
import type { Assumptions } from '../src/spillover/model/assumptions.js'
import { ownSeed } from '../src/startup/settings.js'

/** What the folder of the region that comes with the program says. */
export const edition = await readEdition(ownSeed)

/** The setting that reproduces the report of that region. */
export const reportAssumptions: Assumptions = edition.spillover.assumptions
