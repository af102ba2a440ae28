import { z } from 'zod'
import { legalForms } from '../../classification/legal-form.js'
import { sectorGroups } from '../../classification/sector-group.js'
import { sizeClasses } from '../../classification/size-class.js'
import { text } from '../../edition/forms.js'
import { helpKinds } from '../../edition/help-kinds.js'
import { reservations } from '../../edition/reservations.js'
import { phaseKinds, phaseStatuses } from '../../establishments/phases.js'
import { voices } from '../../findings/voices.js'
import type { Properties } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import { type NodeLabel, nodeKinds, nodeLabels } from '../../graph/vocabulary.js'
import { amountKinds } from '../../support/facts/terms.js'
import {
  actorKinds,
  initiativeKinds,
  recommendationKinds,
  sourceKinds,
  strengthKinds,
  structureDimensions,
} from './kinds.js'
import { identityShape, otherNamesProperties } from './other-names.js'
import { isInOrder, spanProperties, spanShape } from './partial-date.js'

const year = z.int().min(1900).max(2100)
const count = z.int().min(0)
const amount = z.number().min(0)
const placeIds = z.array(z.string()).min(1)

/** Of the languages of names and texts, an entry has those that its region has. */
const naming = {
  nameSv: text.optional(),
  nameEn: text.optional(),
  descriptionSv: text.optional(),
  descriptionEn: text.optional(),
}
const backwards = { message: 'ends before it begins', path: ['to'] }

const named = z.strictObject(naming).transform(known)

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
  })
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

/** Yearly jobs are written as a map, and stored as two lists of the same length with the printed total beside them. */
const establishment = z
  .strictObject({
    ...naming,
    ...identityShape,
    expectedJobs: z.record(z.string().regex(/^\d{4}$/), amount),
    totalJobs: amount,
  })
  .superRefine(({ expectedJobs, totalJobs }, context) => {
    const sum = Object.values(expectedJobs).reduce((total, jobs) => total + jobs, 0)
    if (sum !== totalJobs) {
      context.addIssue({
        code: 'custom',
        path: ['totalJobs'],
        message: `${totalJobs} is not the sum of the years, ${sum}`,
      })
    }
  })
  .transform(({ expectedJobs, otherNames, ...rest }) => {
    const years = Object.keys(expectedJobs).sort()
    return known({
      ...rest,
      ...otherNamesProperties(otherNames),
      expectedYears: years.map(Number),
      expectedJobs: years.map((each) => expectedJobs[each] ?? 0),
    })
  })

const phase = z
  .strictObject({ ...naming, ...spanShape, kind: z.enum(phaseKinds), status: z.enum(phaseStatuses) })
  .refine(isInOrder, backwards)
  .transform(({ from, to, fromText, toText, ...rest }) => ({
    ...known(rest),
    ...spanProperties({ from, to, fromText, toText }),
  }))

const firm = z
  .strictObject({
    ...naming,
    ...identityShape,
    sizeClass: z.enum(sizeClasses),
    employees: count.optional(),
    legalForm: z.enum(legalForms).optional(),
  })
  .transform(({ otherNames, ...own }) => known({ ...own, ...otherNamesProperties(otherNames) }))

/**
 * How to turn to it: its address on the web, without `https://`, and the page of its own that stands there; a mailbox of the
 * organisation and the telephone of its switchboard, and the page that gives them. Never a person's.
 */
const contactShape = {
  address: text.optional(),
  addressSource: text.optional(),
  mailbox: z.email().optional(),
  telephone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/, 'is no telephone number')
    .optional(),
  contactSource: text.optional(),
}
type Contact = { readonly [Name in keyof typeof contactShape]?: string | undefined }

const sourcedAddress = ({ address, addressSource }: Contact): boolean =>
  (address === undefined) === (addressSource === undefined)
const sourcedContact = ({ mailbox, telephone, contactSource }: Contact): boolean =>
  (mailbox ?? telephone) === undefined ? contactSource === undefined : contactSource !== undefined
const addressAlone = { message: 'address and addressSource go together' }
const contactAlone = { message: 'mailbox or telephone and contactSource go together' }

const actor = z
  .strictObject({ ...naming, ...identityShape, ...contactShape, kind: z.enum(actorKinds) })
  .refine(sourcedAddress, addressAlone)
  .refine(sourcedContact, contactAlone)
  .transform(({ otherNames, ...own }) => known({ ...own, ...otherNamesProperties(otherNames) }))

/**
 * Turnover in SEK million, amounts in SEK, share of 1, length in months, age in years. `otherTerms` are asked of the firm and
 * can only be checked with it; what is `presupposed` is shown beside them.
 */
const terms = {
  minEmployees: count.optional(),
  maxEmployees: count.optional(),
  minTurnover: amount.optional(),
  maxTurnover: amount.optional(),
  maxShare: z.number().gt(0).max(1).optional(),
  minAmount: amount.optional(),
  maxAmount: amount.optional(),
  amountOf: z.enum(amountKinds).optional(),
  lengthMonths: z.int().min(1).optional(),
  maxAgeYears: z.int().min(1).optional(),
  /** For firms that export, or supply those who do. */
  forExporters: z.literal(true).optional(),
  /** It lends or guarantees where property gives the bank no security. */
  replacesSecurity: z.literal(true).optional(),
  /** Too large for a firm of a few people: a fund whose need starts at a million, a large investment aid. */
  largeScale: z.literal(true).optional(),
  reservations: z.array(z.enum(reservations)).min(1).optional(),
  excludedPlaces: placeIds.optional(),
  partlyExcludedPlaces: placeIds.optional(),
  excludedTextSv: text.optional(),
  excludedTextEn: text.optional(),
  otherTermsSv: z.array(text).min(1).optional(),
  otherTermsEn: z.array(text).min(1).optional(),
  presupposesSv: z.array(text).min(1).optional(),
  presupposesEn: z.array(text).min(1).optional(),
}

const initiative = z
  .strictObject({
    ...naming,
    ...spanShape,
    ...terms,
    ...contactShape,
    kind: z.enum(initiativeKinds),
    help: z.array(z.enum(helpKinds)).min(1).optional(),
    proposed: z.literal(true).optional(),
    namedIn: z.array(text).min(1).optional(),
  })
  .refine(isInOrder, backwards)
  .refine((own) => (own.minAmount ?? own.maxAmount) === undefined || own.amountOf !== undefined, {
    message: 'an amount needs amountOf, which says what it counts',
    path: ['amountOf'],
  })
  .refine(
    ({ otherTermsSv, otherTermsEn }) =>
      (otherTermsSv ?? otherTermsEn)?.length === (otherTermsEn ?? otherTermsSv)?.length,
    {
      message: 'says not the same number of terms as otherTermsEn',
      path: ['otherTermsSv'],
    },
  )
  .refine(
    ({ presupposesSv, presupposesEn }) =>
      (presupposesSv ?? presupposesEn)?.length === (presupposesEn ?? presupposesSv)?.length,
    { message: 'says not the same number of things as presupposesEn', path: ['presupposesSv'] },
  )
  .refine(sourcedAddress, addressAlone)
  .refine(sourcedContact, contactAlone)
  .transform(({ from, to, fromText, toText, ...rest }) => ({
    ...known(rest),
    ...spanProperties({ from, to, fromText, toText }),
  }))

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

const claim = z
  .strictObject({
    statementSv: text.optional(),
    statementEn: text.optional(),
    value: z.number().optional(),
    unit: text.optional(),
    saidBy: z.enum(voices).optional(),
  })
  .transform((own) => known({ ...own, nameSv: own.statementSv, nameEn: own.statementEn }))

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
  Scenario: named,
  Claim: claim,
  Source: source,
}

const idForm = /^(?<prefix>[a-z-]+):[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

/** The label and the rules of an entry by its id; undefined where the id is malformed or of a kind that the seed does not hold. */
export function kindOf(id: string): { label: NodeLabel; properties: z.ZodType<Properties> } | undefined {
  const prefix = idForm.exec(id)?.groups?.prefix
  const label = nodeLabels.find((candidate) => nodeKinds[candidate].idPrefix === prefix)
  const properties = label && ownProperties[label]
  return label && properties && { label, properties }
}
