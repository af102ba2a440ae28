import { z } from 'zod'
import { helpKinds } from '../classification/help-kind.js'
import { idOf } from './forms.js'

const weight = z.number().min(0).max(1)
/** A rule that the file leaves out weighs nothing. */
const full = weight.default(1)
const sectors = z.array(idOf('sector')).default([])
const needs = z.array(idOf('need')).default([])
const helpOfNeed = z
  .array(z.array(z.enum(helpKinds)))
  .refine(
    (ranks) => new Set(ranks.flat()).size === ranks.flat().length,
    'names a kind of help twice: the first place weighs',
  )

/** What the file `matching.yaml` holds: the weights by which those who can help a firm are ordered. */
export const matchingPart = z.strictObject({
  strength: z.strictObject({ CORE: full, SIDE: full }).prefault({}),
  evidence: z
    .strictObject({
      inForce: full,
      ownPageWithoutYear: full,
      othersPageWithoutYear: full,
      /** By how many years ago, rising, an offer was last seen. */
      lastSeen: z
        .array(z.strictObject({ years: z.int().min(0), weight }))
        .min(1)
        .refine(
          (steps) => steps.every(({ years }, index) => years > (steps[index - 1]?.years ?? -1)),
          'years rise from step to step: the first that reaches so far back weighs',
        )
        .default([{ years: 10, weight: 1 }]),
      competence: full,
      area: full,
    })
    .prefault({}),
  help: z
    .strictObject({
      /** Of the kinds that stand first for a need, second, and so on. */
      weights: z.array(weight).default([]),
      otherwise: full,
      needs: z.record(idOf('need'), helpOfNeed).default({}),
    })
    .prefault({}),
  terms: z.strictObject({ unknown: full, least: weight.default(0) }).prefault({}),
  reservations: z
    .strictObject({
      CHOSEN_BEFOREHAND: full,
      PROJECTS_NOT_FIRMS: full,
      EMPLOYEE_APPLIES: full,
      EXISTENCE_UNKNOWN: full,
    })
    .prefault({}),
  security: z
    .strictObject({
      needs,
      publicLender: full,
      bank: full,
      bankInland: full,
      bankWithLittleTurnover: z.strictObject({ below: z.number().min(0).default(0), factor: full }).prefault({}),
    })
    .prefault({}),
  exports: z.strictObject({ likely: full, unlikely: full, sectors }).prefault({}),
  largeScale: z
    .strictObject({ employees: z.int().min(0).default(0), turnover: z.number().min(0).default(0), factor: full })
    .prefault({}),
  incubators: z
    .strictObject({ employees: z.int().min(0).default(0), small: full, larger: full, unknown: full })
    .prefault({}),
  buyers: z.strictObject({ needs, elsewhere: full, withoutSite: full }).prefault({}),
  universities: z.strictObject({ needs, sectors, factor: full }).prefault({}),
  otherNeeds: weight.default(0),
  nearness: z
    .strictObject({ LOCAL: weight.default(0), COUNTY: weight.default(0), NATIONAL: weight.default(0) })
    .prefault({}),
})

/** The weights by which those who can help a firm are ordered. */
export type MatchingWeights = z.output<typeof matchingPart>
