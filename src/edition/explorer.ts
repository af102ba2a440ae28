import { z } from 'zod'
import { text } from './forms.js'

/** What the pages say of the region; for what is left out they have words that fit any. */
export const regionWords = z
  .strictObject({
    /** What the pages call themselves. */
    title: text,
    /** What search engines and previews show of the first page. */
    description: text,
    /** Below the first page's heading. */
    lead: text,
    searchHint: text,
    /** Above the list of ventures: which jobs are counted there. */
    jobsExpected: text,
    /** Who drew the boundaries on the map. */
    outlines: text,
    allCounties: text,
    /** What is meant where no need is chosen. */
    allNeeds: text,
    /** The jobs of no scenario. */
    noScenario: text,
    /** The assumptions of a question that names none. */
    ownAssumptions: text,
    /** Over what sources state beside what is computed. */
    comparisons: text,
    /** Over the column of what is stated. */
    stated: text,
    /** A stated figure, `{value}`, beside the computed one. */
    statedValue: text.includes('{value}'),
    /** At the foot of every page: what the data begins with. */
    about: text,
  })
  .exactPartial()

/** A tab that the page for trying queries opens with. */
const tab = z.strictObject({
  question: text,
  /** One of `examples/operations/`, without its ending. */
  operation: z.string().regex(/^[a-z-]+$/, 'is no name of an operation'),
  variables: z.record(z.string(), z.json()).default({}),
})

/** A worked example that a view shows where its address asks nothing: what it is called in each language, and what it asks. */
const example = z.strictObject({
  name: z.strictObject({ SV: text, EN: text }).partial(),
  /** As the view's address holds it, by name. */
  asks: z.record(z.string().regex(/^[a-zA-Z]+$/, 'is no name of an address'), text),
})

/** What the page on method says of an assumption or a word of this region's own, and where it leads. */
const methodNote = z.strictObject({
  /** Ids of claims, sources and whatever else it rests on. */
  of: z.array(z.string().regex(/^[a-z-]+:.+$/, 'is no id')).default([]),
  SV: text.optional(),
  EN: text.optional(),
})

/** What the file `explorer.yaml` holds: the explorer's own part of a region. */
export const explorerPart = z.strictObject({
  /** In each of the region's languages. */
  words: z.strictObject({ SV: regionWords, EN: regionWords }).partial().default({}),
  /** What its own words for places in sources read in Swedish, beside those of `wordings.yaml`. */
  locators: z.record(text, text).default({}),
  /** By view. */
  examples: z
    .strictObject({ support: example, spillover: example, network: example, suppliers: example })
    .partial()
    .default({}),
  /** By the names of assumptions, as `incomeTax`, and of words that the page on method explains, as `induced`. */
  method: z.record(text, methodNote).default({}),
  /** Of random draws; any number does, and the same one shows the same interval to everybody. */
  drawSeed: z.int().min(0).default(1),
  tabs: z.array(tab).default([]),
})

export type RegionWords = z.output<typeof regionWords>
export type ExplorerPart = z.output<typeof explorerPart>
