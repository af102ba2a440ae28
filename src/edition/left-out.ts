import type { LeftOut } from '../graph/compose/fields.js'
import type { Edition } from './edition.js'

/** What fields mean in a region that leave a language or a calculation out. */
export const leftOutIn = ({ languages: [lang], spillover }: Edition): LeftOut => ({ lang, run: spillover.run.id })
