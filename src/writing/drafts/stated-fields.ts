import { z } from 'zod'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { otherNamesProperties } from '../forms/other-names.js'
import { ownSource } from '../forms/own-source.js'
import { partialDate, spanProperties } from '../forms/partial-date.js'
import { readValue, type Stated, stated, together } from './stated.js'

interface GivenSpan {
  readonly from?: string | null | undefined
  readonly fromText?: string | null | undefined
  readonly to?: string | null | undefined
  readonly toText?: string | null | undefined
}

/**
 * When something begins and ends.
 * @throws BadUserInputError for what is no day, month or year, an end before the begin, and words without a date.
 */
export function statedSpan(within: string, { from, fromText, to, toText }: GivenSpan): Stated {
  for (const [name, date, words] of [
    ['from', from, fromText],
    ['to', to, toText],
  ] as const) {
    if (words && !date) {
      const argument = `${within}.${name}Text`
      throw new BadUserInputError(argument, `${argument} goes with ${within}.${name}`)
    }
  }
  const span = together([
    stated(from, ['from', 'fromPrecision', 'fromText', 'startsOn'], (given) =>
      spanProperties({ from: readValue(`${within}.from`, partialDate, given), fromText: fromText ?? undefined }),
    ),
    stated(to, ['to', 'toPrecision', 'toText', 'endsOn'], (given) =>
      spanProperties({ to: readValue(`${within}.to`, partialDate, given), toText: toText ?? undefined }),
    ),
  ])
  requireOrder(`${within}.to`, span.values.startsOn, span.values.endsOn)
  return span
}

/**
 * Refuses an end before its begin.
 * @throws BadUserInputError, naming the end's argument.
 */
export function requireOrder(argument: string, begins: unknown, ends: unknown): void {
  if (typeof begins === 'string' && typeof ends === 'string' && ends < begins) {
    throw new BadUserInputError(argument, `${argument} ends before it begins`)
  }
}

interface GivenName {
  readonly name: string
  readonly since?: string | null | undefined
  readonly until?: string | null | undefined
}

const namesStored = ['', 'Since', 'Until', 'Sources', 'Locators'].map((part) => `otherNames${part}`)
const someText = z.string().trim().min(1, 'is empty')

/**
 * Names that something has or had beside its own, as its source says.
 * @throws BadUserInputError, naming the argument.
 */
export function statedNames(given: readonly GivenName[] | null | undefined, locator: string): Stated {
  return stated(given, namesStored, (names) => {
    const read = names.map(({ name, since, until }, index) => {
      const at = `input.otherNames[${index}]`
      const day = (which: string, text: string | null | undefined) =>
        text ? readValue(`${at}.${which}`, partialDate, text) : undefined
      const days = { since: day('since', since), until: day('until', until) }
      requireOrder(`${at}.until`, days.since?.firstDay, days.until?.lastDay)
      return { name: readValue(`${at}.name`, someText, name), ...days, source: ownSource, locator }
    })
    return otherNamesProperties(read)
  })
}

/**
 * An organisation number.
 * @throws BadUserInputError, which does not repeat it: it can be a person's.
 */
export function statedNumber(given: string | null | undefined): Stated {
  return stated(given, ['organisationNumber'], (text) => ({ organisationNumber: organisationNumberOf(text) }))
}

const numberFaults = {
  PERSON: "can be a person's number; of persons nothing is stored",
  CHECK_DIGIT: 'has a wrong check digit',
  LOST_DIGITS: 'has lost digits',
  NO_NUMBER: 'is no organisation number of ten digits',
} as const

/**
 * The ten digits of an organisation number, however it is written.
 * @throws BadUserInputError, which does not repeat it: it can be a person's.
 */
export function organisationNumberOf(text: string): string {
  const read = readOrganisationNumber(text)
  if (read.kind === 'NUMBER') return read.number
  throw new BadUserInputError('input.organisationNumber', `input.organisationNumber ${numberFaults[read.kind]}`)
}
