import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { Properties } from '../../graph/elements.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { partialDate } from './partial-date.js'

/** A name beside its own that an organisation or venture has or had, and the page that says so. */
const otherName = z
  .strictObject({
    name: text,
    since: partialDate.optional(),
    until: partialDate.optional(),
    source: text,
    locator: text,
  })
  .refine(({ since, until }) => !since || !until || since.firstDay <= until.lastDay, {
    message: 'ends before it begins',
    path: ['until'],
  })

/** What tells an organisation or venture from others beside its own name. */
export const identityShape = {
  organisationNumber: z
    .string()
    .refine((number) => /^\d{10}$/.test(number) && readOrganisationNumber(number).kind === 'NUMBER', {
      message: 'is no organisation number of ten digits',
    })
    .optional(),
  otherNames: z.array(otherName).min(1).optional(),
}

/** The lists that other names are stored as, the names themselves first. */
export const otherNamesLists = [
  'otherNames',
  'otherNamesSince',
  'otherNamesUntil',
  'otherNamesSources',
  'otherNamesLocators',
] as const

/** What other names are stored as: lists of one length; a day that no page gives is empty. */
export function otherNamesProperties(names: readonly z.infer<typeof otherName>[] | undefined): Properties {
  if (!names) return {}
  return {
    otherNames: names.map(({ name }) => name),
    otherNamesSince: names.map(({ since }) => since?.firstDay ?? ''),
    otherNamesUntil: names.map(({ until }) => until?.lastDay ?? ''),
    otherNamesSources: names.map(({ source }) => source),
    otherNamesLocators: names.map(({ locator }) => locator),
  }
}
