import { z } from 'zod'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { textFaults } from '../../text/entering-text.js'
import { folded } from '../../text/folded.js'
import { mayHoldPersonNumber } from '../../text/person-number.js'
import { ownSource } from '../forms/own-source.js'
import { contactShape } from '../forms/support-properties.js'
import { readValue, type Stated, stated, together } from './stated.js'

interface GivenContact {
  readonly url?: string | null | undefined
  readonly mailbox?: string | null | undefined
  readonly confirmMailbox?: boolean | null | undefined
  readonly telephone?: string | null | undefined
  readonly source?: { readonly url?: string | null | undefined } | null | undefined
}

/** How an organisation is reached, beside its page. */
export const contactNames = ['mailbox', 'telephone'] as const

/**
 * How to turn to an organisation, from the page that the input names as its source.
 * @throws BadUserInputError for what is no address, mailbox or telephone number; for a mailbox or telephone without the
 * page that gives it; for a mailbox that reads like a person's name and is not confirmed.
 */
export function statedContact({ url, mailbox, confirmMailbox, telephone, source }: GivenContact): Stated {
  const isReached = Boolean(mailbox) || Boolean(telephone)
  if (isReached && !source?.url) {
    const argument = mailbox ? 'input.mailbox' : 'input.telephone'
    throw new BadUserInputError(
      argument,
      `${argument} needs the page of the organisation that gives it: input.source.url`,
    )
  }
  const isEmptied = mailbox === null && telephone === null
  return together([
    stated(url, ['address', 'addressSource'], (given) => ({
      address: webAddressOf('input.url', given),
      addressSource: ownSource,
    })),
    stated(mailbox, ['mailbox'], (given) => ({ mailbox: mailboxOf(given, confirmMailbox ?? false) })),
    stated(telephone, ['telephone'], (given) => {
      const read = readValue('input.telephone', contactShape.telephone, given)
      return read === undefined ? {} : { telephone: read }
    }),
    stated(isReached ? ownSource : isEmptied ? null : undefined, ['contactSource'], (page) => ({
      contactSource: page,
    })),
  ])
}

const MOST_CHARACTERS = 1_000

/**
 * An address on the web without its scheme, as it is stored.
 * @throws BadUserInputError, naming the argument, for what is none, and for one with a user's name in it.
 */
export function webAddressOf(argument: string, text: string): string {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const read = URL.canParse(written) ? new URL(written) : null
  const isAddress = read !== null && addressForm.test(written) && read.hostname.includes('.')
  if (!isAddress || text.length > MOST_CHARACTERS) {
    throw new BadUserInputError(argument, `${argument} is no address on the web, such as https://example.org/page`)
  }
  if (read.username !== '' || read.password !== '') {
    throw new BadUserInputError(argument, `${argument} holds a user's name or password`)
  }
  if (mayHoldPersonNumber(decoded(written))) {
    throw new BadUserInputError(argument, `${argument} ${textFaults.PERSON_NUMBER}`)
  }
  return written.replace(/^https?:\/\//i, '').replace(/^([^/?#]+)\/$/, '$1')
}

/** What a browser would mend in an address, or read otherwise than others do, stands in none. */
const addressForm = /^https?:\/\/[^/\\][^\s\\<>"]*$/i

/** An address with its letters in place of their codes, as far as they are right. */
const decoded = (address: string): string =>
  address.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))

const mailboxForm = z.email('is no mailbox, such as info@example.org')

function mailboxOf(given: string, isConfirmed: boolean): string {
  const mailbox = readValue('input.mailbox', mailboxForm, given)
  if (isConfirmed || !readsLikeName(mailbox)) return mailbox
  throw new BadUserInputError(
    'input.mailbox',
    "input.mailbox reads like a person's name, and of persons nothing is stored: give one of the organisation, such as info@…; where it is the organisation's all the same, confirmMailbox: true says so",
  )
}

/** Words of mailboxes of organisations. */
const functions: ReadonlySet<string> = new Set(
  [
    'info kontakt kontakta contact kund kunder kundtjanst kundservice customer support service help helpdesk hello hej',
    'kansli registrator diarium reception vaxel post mail epost brev office kontor huvudkontor expedition',
    'naringsliv naringslivskontor naringslivet foretag foretagare foretagslots foretagsservice business lots lotsen',
    'kommun region lansstyrelsen stad city invest investera etablering mark innovation inkubator incubator science park',
    'ekonomi faktura fakturor invoice finance lan radgivning order sales salj inkop press media kommunikation webb web',
    'hr jobb job rekrytering utbildning kurs event anmalan bokning medlem member projekt project program stod bidrag',
    'nord norr norra syd sodra ost vast sverige sweden ab team admin noreply no reply start',
  ].flatMap((line) => line.split(' ')),
)

/** Whether a mailbox reads like `first.last` or `f.last`: two or more words, none of which an organisation goes by. */
export function readsLikeName(mailbox: string): boolean {
  const [local = ''] = mailbox.split('@')
  const words = (local.split('+')[0] ?? '')
    .replace(/\d+$/, '')
    .split(/[._-]+/)
    .map((word) => folded(word))
  const areLetters = words.every((word) => /^\p{L}+$/u.test(word))
  return words.length > 1 && words.length < 4 && areLetters && !words.some((word) => functions.has(word))
}
