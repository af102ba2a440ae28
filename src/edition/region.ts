import { z } from 'zod'
import { languages } from '../language/language.js'
import { classificationPart } from './classification.js'
import { idOf, text } from './forms.js'
import { preparationPart } from './preparation.js'
import { scbWorkbookPart } from './scb-workbook.js'
import { sizeRulePart } from './size-rule.js'
import { spilloverPart } from './spillover-part.js'

/** What the file `region.yaml` holds. */
export const region = z.strictObject({
  /** By which a graph knows the region that it was seeded from; it stays as long as the region is this one. */
  id: z.string().regex(/^[a-z0-9-]{1,100}$/, 'takes small letters, digits and hyphens'),
  /** Of the region's texts, its own first. */
  languages: z.tuple([z.enum(languages)], z.enum(languages)),
  country: idOf('country'),
  /** Those that are meant where a question names none. */
  counties: z.array(idOf('county')).min(1),
  /** The day that the populations of places are of, ISO. */
  populationOn: z.iso.date(),
  /** The source of what the region's own judgement says, which is told apart from what others say. */
  assessment: idOf('source'),
  /** The source of what is counted in the graph. */
  counted: idOf('source'),
  /** Which firms are small and which medium-sized. */
  sizeRule: sizeRulePart,
  /** What should come before a phase in which a venture buys. */
  preparations: z.array(preparationPart),
  /** Editions of classifications of sectors, side by side; a code that does not say its edition is of the first. */
  classifications: z.tuple([classificationPart], classificationPart),
  /** Input–output tables, folders of `tables/`. */
  tables: z.array(z.strictObject({ folder: text, source: idOf('source'), locator: text })).min(1),
  /** Left out where the region has no such workbook. */
  scbWorkbook: scbWorkbookPart.optional(),
  spillover: spilloverPart,
  support: z.strictObject({
    /** Claims on what share of a section's employees works in SMEs; all do where none says. */
    smeShares: z.array(idOf('claim')),
    /** Needs that are felt inland only. */
    inlandNeeds: z.array(idOf('need')),
    /** From so many SMEs of a municipality on that state needs, their statements say how widely one is felt. */
    smesForAShare: z.int().min(1),
  }),
})

export type Region = z.output<typeof region>
