import { z } from 'zod'
import { needStrengths } from '../../classification/need-strength.js'
import { reservations } from '../../classification/reservation.js'
import { text } from '../../edition/forms.js'
import { phaseKinds } from '../../establishments/phases.js'
import { voices } from '../../findings/voices.js'
import { requirementStatuses, supplyStatuses } from '../../firms/supplies.js'
import type { Properties } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import { type NodeLabel, nodeLabels, type RelationshipType, relationshipTypes } from '../../graph/vocabulary.js'
import { amount } from './support-properties.js'

/** What a relationship type may join, and which properties of its own it may carry in a seed file. */
export interface RelationshipRule {
  readonly from: readonly NodeLabel[]
  readonly to: readonly NodeLabel[]
  readonly properties: z.ZodType<Properties>
  /**
   * What tells parallel relationships apart: properties of theirs, and where several pages may each speak of one, its
   * source.
   */
  readonly key?: { readonly properties: readonly string[]; readonly source?: true }
}

const none = z.strictObject({}).transform(known)
const places: readonly NodeLabel[] = ['Municipality', 'County', 'Country']
const backers: readonly NodeLabel[] = ['SupportActor', 'Firm']

/**
 * Yearly jobs are written as a map, and stored as two lists of the same length; `claim` is what the adjustment rests
 * on.
 */
const adjustment = z
  .strictObject({
    jobs: z.record(z.string().regex(/^\d{4}$/), z.number().min(0)),
    claim: z.string().regex(/^claim:/),
  })
  .transform(({ jobs, claim }) => {
    const years = Object.keys(jobs).sort()
    return known({ claim, years: years.map(Number), jobs: years.map((year) => jobs[year] ?? 0) })
  })

/**
 * How an actor or initiative meets a need. `viaBuyer`: it opens the way to a buyer in its own place, also for firms of
 * elsewhere in the region. `ifExporting`: only for firms that export, or supply those who do. `reservations`:
 * what is to be known before a firm counts on it. `largeScale`: too large for a firm of a few people.
 */
export const meeting = z
  .strictObject({
    strength: z.enum(needStrengths),
    viaBuyer: z.literal(true).optional(),
    ifExporting: z.literal(true).optional(),
    reservations: z.array(z.enum(reservations)).min(1).optional(),
    largeScale: z.literal(true).optional(),
  })
  .transform(known)

/**
 * A supply that a page states. `value` in millions of `currency`, SEK where it is left out; texts are the page's own
 * words.
 */
const supplyShape = {
  category: z.string().regex(/^category:/),
  phase: z.enum(phaseKinds).optional(),
  supplyStatus: z.enum(supplyStatuses).optional(),
  whatSv: text.optional(),
  whatEn: text.optional(),
  value: amount.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  valueText: text.optional(),
  datesText: text.optional(),
}
const supply = z.strictObject(supplyShape).transform(known)

/**
 * The relationship types that the seed may hold. Those that are missing here are made by calculations and by the
 * importer of input–output tables.
 */
const rules: Partial<Record<RelationshipType, RelationshipRule>> = {
  IN_SECTOR: { from: ['Firm', 'Establishment'], to: ['Sector'], properties: none },
  PART_OF: { from: ['Sector'], to: ['Sector'], properties: none },
  CORRESPONDS_TO: { from: ['Sector'], to: ['Sector'], properties: none },
  IN_COUNTY: { from: ['Municipality'], to: ['County'], properties: none },
  IN_COUNTRY: { from: ['County'], to: ['Country'], properties: none },
  LOCATED_IN: {
    from: ['Firm', 'Establishment', 'SupportActor'],
    to: ['Municipality', 'County'],
    properties: z.strictObject({ rank: z.int().min(1).optional() }).transform(known),
  },
  COUNTED_IN: { from: ['Establishment'], to: ['County'], properties: none },
  FITS_SECTOR: { from: ['SupplyCategory', 'Strength'], to: ['Sector'], properties: none },
  OPERATED_BY: { from: ['Establishment'], to: ['Firm'], properties: none },
  PROCURES: {
    from: ['Establishment'],
    to: ['SupplyCategory'],
    properties: z.strictObject({ phase: z.enum(phaseKinds).optional() }).transform(known),
    key: { properties: ['phase'] },
  },
  REQUIRES: {
    from: ['Establishment'],
    to: ['Requirement'],
    properties: z.strictObject({ saidBy: z.enum(voices).optional() }).transform(known),
  },
  HAS_PHASE: { from: ['Establishment'], to: ['Phase'], properties: none },
  SERVES: { from: ['SupportActor'], to: [...places, 'Sector', 'SizeClass'], properties: none },
  SUPPLIES: {
    from: ['Firm'],
    to: ['Firm', 'Establishment'],
    properties: supply,
    key: { properties: ['category', 'phase', 'validFrom'], source: true },
  },
  HELPS_WITH: { from: ['SupportActor'], to: ['Need'], properties: meeting },
  PROVIDES: { from: ['SupportActor'], to: ['SupportArea'], properties: none },
  OFFERS: { from: ['SupportActor'], to: ['Initiative'], properties: none },
  FUNDS: { from: backers, to: ['Initiative'], properties: none },
  PARTNERS_IN: { from: backers, to: ['Initiative'], properties: none },
  ADDRESSES: { from: ['Initiative'], to: ['SupportArea'], properties: none },
  MEETS: {
    from: ['SupportArea', 'Initiative'],
    to: ['Need'],
    properties: z.union([none, meeting]),
  },
  TARGETS: { from: ['Initiative'], to: ['Sector', 'SizeClass', 'Requirement'], properties: none },
  REPLACED_BY: {
    from: ['SupportActor', 'Initiative'],
    to: ['SupportActor', 'Initiative'],
    properties: none,
  },
  COVERS: { from: ['Initiative'], to: places, properties: none },
  CONCERNS: {
    from: ['Recommendation'],
    to: ['SupportArea', 'Challenge', 'Need', 'Initiative', 'Strength', 'SupplyCategory'],
    properties: none,
  },
  DIRECTED_TO: { from: ['Recommendation'], to: ['SupportActor'], properties: none },
  COUNTS: {
    from: ['EmploymentTable'],
    to: ['County'],
    properties: z
      .strictObject({
        employedByGroup: z.array(z.number().min(0)).min(1),
        minedToSupplied: z.number().min(0).optional(),
        made: z.number().min(0).optional(),
      })
      .transform(known),
  },
  ADJUSTS: { from: ['Scenario'], to: ['Establishment'], properties: adjustment },
  ABOUT: { from: ['Claim', 'CaseStudy', 'StructureCell'], to: nodeLabels, properties: none },
  STATED_IN: { from: ['Claim', 'CaseStudy', 'Initiative'], to: ['Source'], properties: none },
  CONTRADICTS: { from: ['Claim'], to: ['Claim'], properties: none },
}

/**
 * What people write and files of theirs say of firms, which the seed does not hold, or by other words: a supply has its
 * first day in `since` and its last in `until`.
 */
const rulesOfFirms: Partial<Record<RelationshipType, RelationshipRule>> = {
  CAN_SUPPLY: { from: ['Firm'], to: ['SupplyCategory'], properties: none },
  HAS_NEED: { from: ['Firm'], to: ['Need'], properties: none },
  FULFILS: {
    from: ['Firm'],
    to: ['Requirement'],
    properties: z.strictObject({ status: z.enum(requirementStatuses) }).transform(known),
  },
  SUPPLIES: {
    from: ['Firm'],
    to: ['Firm', 'Establishment'],
    properties: z
      .strictObject({
        ...supplyShape,
        category: supplyShape.category.optional(),
        since: z.iso.date().optional(),
        until: z.iso.date().optional(),
      })
      .transform(known),
    key: { properties: ['category', 'phase', 'since'], source: true },
  },
}

/** The rule of a relationship that people write; undefined where they write none of its type. */
export const writtenRuleOf = (type: RelationshipType): RelationshipRule | undefined => rulesOfFirms[type] ?? rules[type]

/** The rule of a relationship type by its name in a seed file; undefined where the seed may hold no such relationship. */
export function ruleOf(name: string): { type: RelationshipType; rule: RelationshipRule } | undefined {
  const type = relationshipTypes.find((candidate) => candidate === name)
  const rule = type && rules[type]
  return type && rule && { type, rule }
}

/**
 * What tells a relationship from parallel ones of its type between the same two, of its own properties; with the source
 * that states it where several may each state one.
 * @param source null for the part that does not depend on it.
 */
export function keyOf({ key }: RelationshipRule, properties: Properties, source: string | null): string {
  const parts = (key?.properties ?? []).map((property) => String(properties[property] ?? ''))
  return [...parts, ...(key?.source && source !== null ? [source] : [])].join(' ')
}
