import { z } from 'zod'
import { helpKinds } from '../../classification/help-kind.js'
import { reservations } from '../../classification/reservation.js'
import { text } from '../../edition/forms.js'
import { known } from '../../graph/known.js'
import { amountKinds } from '../../support/facts/terms.js'
import { actorKinds, initiativeKinds } from './kinds.js'
import { naming } from './naming.js'
import { identityShape, otherNamesProperties } from './other-names.js'
import { backwards, isInOrder, spanProperties, spanShape } from './partial-date.js'

const count = z.int().min(0)
/** In SEK or SEK million: more than there is makes sums that no number holds. */
export const amount = z.number().min(0).max(1e12)
const placeIds = z.array(z.string()).min(1)

/**
 * How to turn to it: its address on the web, without `https://`, and the page of its own that stands there; a mailbox of
 * the organisation and the telephone of its switchboard, and the page that gives them. Never a person's.
 */
export const contactShape = {
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

/** What a support actor may say of itself, field by field. */
export const actorShape = {
  ...naming,
  ...identityShape,
  ...contactShape,
  kind: z.enum(actorKinds),
  buysFor: z
    .array(z.string().regex(/^establishment:/))
    .min(1)
    .optional(),
}

/** What a support actor may say of itself. */
export const actor = z
  .strictObject(actorShape)
  .refine(sourcedAddress, addressAlone)
  .refine(sourcedContact, contactAlone)
  .transform(({ otherNames, ...own }) => known({ ...own, ...otherNamesProperties(otherNames) }))

/**
 * Turnover in SEK million, amounts in SEK, share of 1, length in months, age in years. `otherTerms` are asked of the
 * firm and can only be checked with it; what is `presupposed` is shown beside them.
 */
const termsShape = {
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

/** Whether lists of the same in two languages are as long; one language alone is enough. */
const areAsMany = (sv: readonly string[] | undefined, en: readonly string[] | undefined): boolean =>
  !sv || !en || sv.length === en.length

/** What an initiative may say of itself, field by field. */
export const initiativeShape = {
  ...naming,
  ...spanShape,
  ...termsShape,
  ...contactShape,
  kind: z.enum(initiativeKinds),
  help: z.array(z.enum(helpKinds)).min(1).optional(),
  proposed: z.literal(true).optional(),
  namedIn: z.array(text).min(1).optional(),
}

/** What an initiative may say of itself. */
export const initiative = z
  .strictObject(initiativeShape)
  .refine(isInOrder, backwards)
  .refine((own) => (own.minAmount ?? own.maxAmount) === undefined || own.amountOf !== undefined, {
    message: 'an amount needs amountOf, which says what it counts',
    path: ['amountOf'],
  })
  .refine(({ otherTermsSv, otherTermsEn }) => areAsMany(otherTermsSv, otherTermsEn), {
    message: 'says not the same number of terms as otherTermsEn',
    path: ['otherTermsSv'],
  })
  .refine(({ presupposesSv, presupposesEn }) => areAsMany(presupposesSv, presupposesEn), {
    message: 'says not the same number of things as presupposesEn',
    path: ['presupposesSv'],
  })
  .refine(sourcedAddress, addressAlone)
  .refine(sourcedContact, contactAlone)
  .transform(({ from, to, fromText, toText, ...rest }) => ({
    ...known(rest),
    ...spanProperties({ from, to, fromText, toText }),
  }))
