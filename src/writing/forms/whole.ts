import type { Properties, PropertyValue } from '../../graph/elements.js'
import type { NodeLabel } from '../../graph/vocabulary.js'

/** What is wrong with an entity as a whole: values that are right each by itself and do not go together. */
export interface Fault {
  /** Path of the argument that could put it right, such as `input.terms.amountOf`. */
  readonly argument: string
  readonly message: string
}

type Rule = (shown: Properties) => Fault | null

/**
 * What is wrong with what an entity would show, in the order of the rules; nothing for kinds that have none.
 * @param shown its properties as they are stored.
 */
export function faultsOf(label: NodeLabel, shown: Properties): Fault[] {
  return [...faultsBy(needed[label], shown), ...contradictionsIn(label, shown)]
}

/** What contradicts itself in some values of an entity, whatever its others are. */
export function contradictionsIn(label: NodeLabel, values: Properties): Fault[] {
  return faultsBy(orders[label], values)
}

const faultsBy = (rules: readonly Rule[] = [], shown: Properties): Fault[] => rules.flatMap((rule) => rule(shown) ?? [])

const fault = (path: string, message: string): Fault => ({
  argument: `input.${path}`,
  message: `input.${path} ${message}`,
})

const isThere = (shown: Properties, ...names: readonly string[]): boolean =>
  names.some((name) => shown[name] !== undefined)

const named =
  (field: string): Rule =>
  (shown) =>
    isThere(shown, 'nameSv', 'nameEn') ? null : fault(field, 'is needed, in at least one language')

const needs =
  (name: string): Rule =>
  (shown) =>
    isThere(shown, name) ? null : fault(name, 'is needed')

const numberOf = (value: PropertyValue | undefined): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: PropertyValue | undefined): string | null => (typeof value === 'string' ? value : null)
const listOf = (value: PropertyValue | undefined): readonly (string | number)[] | null =>
  typeof value === 'object' ? value : null

const inOrder: Rule = ({ startsOn, endsOn }) => {
  const [begins, ends] = [textOf(startsOn), textOf(endsOn)]
  return begins !== null && ends !== null && ends < begins ? fault('to', 'ends before it begins') : null
}

/** A range of the terms whose least is above its most. */
const range =
  (of: 'Employees' | 'Turnover' | 'Amount'): Rule =>
  (shown) => {
    const [least, most] = [numberOf(shown[`min${of}`]), numberOf(shown[`max${of}`])]
    if (least === null || most === null || least <= most) return null
    return fault(`terms.min${of}`, `is ${least}, above ${most}, the most`)
  }

const amountsCountSomething: Rule = (shown) =>
  isThere(shown, 'minAmount', 'maxAmount') && !isThere(shown, 'amountOf')
    ? fault('terms.amountOf', 'is needed with an amount: it says what the amount counts')
    : null

/** Lists of the same in two languages; one language alone is enough. */
const asMany =
  (name: 'otherTerms' | 'presupposes'): Rule =>
  (shown) => {
    const [sv, en] = [listOf(shown[`${name}Sv`]), listOf(shown[`${name}En`])]
    if (sv === null || en === null || sv.length === en.length) return null
    return fault(`terms.${name}Sv`, `has ${sv.length}, ${name}En ${en.length}: they say the same in two languages`)
  }

const sourcedAddress: Rule = (shown) =>
  isThere(shown, 'address') && !isThere(shown, 'addressSource')
    ? fault('source', 'is needed with an address: the page that stands there')
    : null

const sourcedContact: Rule = (shown) =>
  isThere(shown, 'mailbox', 'telephone') && !isThere(shown, 'contactSource')
    ? fault('source', 'is needed with a mailbox or telephone: the page of the organisation that gives it')
    : null

const jobsSum: Rule = ({ expectedJobs, expectedYears, totalJobs }) => {
  const [years, jobs, total] = [listOf(expectedYears), listOf(expectedJobs), numberOf(totalJobs)]
  if ((years?.length ?? 0) !== (jobs?.length ?? 0))
    return fault('jobs', 'says not the same number of years and of jobs')
  if (jobs === null || total === null) return null
  const sum = jobs.reduce<number>((so, each) => so + Number(each), 0)
  return sum === total ? null : fault('jobs', `come to ${sum}, not ${total}`)
}

const numberOrForm: Rule = (shown) =>
  isThere(shown, 'organisationNumber', 'legalForm')
    ? null
    : fault('legalForm', 'is needed of a firm without an organisation number')

const orders: Partial<Record<NodeLabel, readonly Rule[]>> = {
  Initiative: [
    inOrder,
    ...(['Employees', 'Turnover', 'Amount'] as const).map(range),
    ...(['otherTerms', 'presupposes'] as const).map(asMany),
  ],
  Establishment: [jobsSum],
  Phase: [inOrder],
}

const contacts = [sourcedAddress, sourcedContact]

const needed: Partial<Record<NodeLabel, readonly Rule[]>> = {
  SupportActor: [named('nameSv'), needs('kind'), ...contacts],
  Initiative: [named('nameSv'), needs('kind'), amountsCountSomething, ...contacts],
  Firm: [named('name')],
  Establishment: [named('nameSv')],
  Phase: [named('nameSv'), needs('kind'), needs('status')],
  Claim: [named('statementSv')],
}

/** What a firm says that was not there before: it can be told from others by its number or at least by its legal form. */
export const faultOfNewFirm: Rule = numberOrForm
