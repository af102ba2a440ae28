import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import { sizeClasses } from '../../classification/size-class.js'
import { share, text } from '../../edition/forms.js'
import { phaseKinds } from '../../establishments/phases.js'
import { voices } from '../../findings/voices.js'
import type { Properties } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import { type NodeLabel, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import { recommendationKinds, sourceKinds, strengthKinds, structureDimensions } from './kinds.js'
import { naming } from './naming.js'
import { claim, establishment, firm, phase } from './stated-properties.js'
import { actor, initiative } from './support-properties.js'

const year = z.int().min(1900).max(2100)
const count = z.int().min(0)

const named = z.strictObject(naming).transform(known)

/** Whom ventures hire from, as the shares of `displacement`, which are stored by themselves. */
const scenario = z
  .strictObject({
    ...naming,
    displacement: z
      .strictObject({ fromRegionalSmes: share, refilled: share })
      .refine(({ fromRegionalSmes, refilled }) => fromRegionalSmes * refilled < 1, 'are not both 1')
      .optional(),
  })
  .transform(({ displacement, ...rest }) =>
    known({
      ...rest,
      displacementFromRegionalSmes: displacement?.fromRegionalSmes,
      displacementRefilled: displacement?.refilled,
    }),
  )

const municipality = z
  .strictObject({
    ...naming,
    code: z.string().regex(/^\d{4}$/, 'is no code of four digits'),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    population: count.optional(),
    populationOn: z.iso.date().optional(),
    inland: z.boolean().optional(),
    inlandSource: text.optional(),
    inlandLocator: text.optional(),
    postTowns: z.array(text).min(1).optional(),
    postTownsSource: text.optional(),
    postTownsLocator: text.optional(),
    mainTownName: text.optional(),
    mainTownLatitude: z.number().min(-90).max(90).optional(),
    mainTownLongitude: z.number().min(-180).max(180).optional(),
    mainTownSource: text.optional(),
    mainTownLocator: text.optional(),
  })
  .refine(
    ({ mainTownName: name, mainTownLatitude: latitude, mainTownLongitude: longitude, mainTownSource: source }) =>
      new Set([name, latitude, longitude, source].map((each) => each === undefined)).size === 1,
    {
      message: 'stands with mainTownLatitude, mainTownLongitude and mainTownSource, or not at all',
      path: ['mainTownName'],
    },
  )
  .transform(known)

/** `workersLiveIn` and `workers` are two lists of the same length: in which counties those who work here live. */
const county = z
  .strictObject({
    ...naming,
    code: z.string().regex(/^\d{2}$/, 'is no code of two digits'),
    population: count.optional(),
    populationOn: z.iso.date().optional(),
    workersLiveIn: z.array(z.string()).min(1).optional(),
    workers: z.array(count).min(1).optional(),
    commutingSource: text.optional(),
    commutingLocator: text.optional(),
  })
  .transform(known)

const sector = z
  .strictObject({
    ...naming,
    code: z.string().regex(/^[A-Z](\d{2})?$/, 'is no letter, nor a letter and two digits'),
    level: z.enum(['SECTION', 'DIVISION']),
    section: z.string().regex(/^[A-Z]$/),
    division: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    classification: text,
    classificationName: text,
    group: z.enum(sectorGroups).optional(),
    groupSource: text.optional(),
    groupLocator: text.optional(),
  })
  .transform(known)

const ordered = z.strictObject({ ...naming, order: z.int().min(1) }).transform(known)

const sizeClass = z.strictObject({ ...naming, code: z.enum(sizeClasses) }).transform(known)

const category = z.strictObject({ ...naming, phases: z.array(z.enum(phaseKinds)).min(1).optional() }).transform(known)

const requirement = z.strictObject({ ...naming, saidBy: z.enum(voices) }).transform(known)

const recommendation = z
  .strictObject({ ...naming, order: z.int().min(1), kind: z.enum(recommendationKinds) })
  .transform(known)

const caseStudy = z
  .strictObject({ ...naming, order: z.int().min(1), placeSv: text.optional(), placeEn: text.optional() })
  .transform(known)

const strength = z.strictObject({ ...naming, kind: z.enum(strengthKinds) }).transform(known)

/** Firms and employees, one cell for each that the text states; its county is a relationship. */
const structureCell = z
  .strictObject({
    ...naming,
    dimensions: z.enum(structureDimensions),
    sectorGroup: z.enum(sectorGroups).optional(),
    sizeClass: z.enum(sizeClasses).optional(),
    firms: count.optional(),
    employees: count.optional(),
  })
  .refine(({ dimensions, sizeClass }) => (sizeClass !== undefined) === (dimensions === 'SIZE_CLASS'), {
    message: 'stands where, and only where, dimensions is SIZE_CLASS',
    path: ['sizeClass'],
  })
  .refine(({ dimensions, sectorGroup }) => sectorGroup === undefined || dimensions === 'SECTOR_GROUP', {
    message: 'stands only where dimensions is SECTOR_GROUP',
    path: ['sectorGroup'],
  })
  .transform(known)

const source = z
  .strictObject({
    title: text,
    titleSv: text.optional(),
    titleEn: text.optional(),
    publisher: text.optional(),
    year: year.optional(),
    address: text.optional(),
    kind: z.enum(sourceKinds),
    note: text.optional(),
  })
  .transform(({ titleSv, titleEn, ...own }) => known({ ...own, nameSv: titleSv, nameEn: titleEn }))

/** What an entry of each kind may say of itself. Kinds that are missing here do not stand in the seed. */
const ownProperties: Partial<Record<NodeLabel, z.ZodType<Properties>>> = {
  Country: named,
  County: county,
  Municipality: municipality,
  Sector: sector,
  Establishment: establishment,
  Phase: phase,
  Firm: firm,
  SupportActor: actor,
  Initiative: initiative,
  Need: ordered,
  SupportArea: ordered,
  SizeClass: sizeClass,
  SupplyCategory: category,
  Requirement: requirement,
  Challenge: ordered,
  Recommendation: recommendation,
  CaseStudy: caseStudy,
  Strength: strength,
  Method: named,
  StructureCell: structureCell,
  Scenario: scenario,
  Claim: claim,
  Source: source,
}

const idForm = /^(?<prefix>[a-z-]+):[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

/**
 * The label and the rules of an entry by its id; undefined where the id is malformed or of a kind that the seed does
 * not hold.
 */
export function kindOf(id: string): { label: NodeLabel; properties: z.ZodType<Properties> } | undefined {
  const prefix = idForm.exec(id)?.groups?.prefix
  const label = nodeLabels.find((candidate) => nodeKinds[candidate].idPrefix === prefix)
  const properties = label && ownProperties[label]
  return label && properties && { label, properties }
}
