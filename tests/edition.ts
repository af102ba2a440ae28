import { readEdition } from '../src/edition/edition.js'
import { ownSeed } from '../src/startup/settings.js'

/** What the folder of the region that comes with the program says. */
export const edition = await readEdition(ownSeed)
