import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { Classified } from '../../edition/classification.js'
import { text } from '../../edition/forms.js'
import { firmId } from '../../firms/firm-statement.js'
import { readSniPart, type SniCode } from '../../firms/sni-codes.js'
import { SniCells } from '../../firms/sni-words.js'
import type {
  CreateFirmInput,
  EndEntityInput,
  FirmRequirementInput,
  SupplyInput,
  UpdateFirmInput,
} from '../../generated/resolvers.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { folded } from '../../text/folded.js'
import { firmShape } from '../forms/stated-properties.js'
import { amount } from '../forms/support-properties.js'
import type { Draft } from './draft.js'
import { addedTies, type InputFields, type ItemFields, updatedTies } from './draft-ties.js'
import { createDraft, endDraft, updateDraft } from './read-draft.js'
import { requireThere, type Stated, stated, statedPlainly } from './stated.js'
import { organisationNumberOf, statedNumber } from './stated-fields.js'

const requirement: ItemFields<FirmRequirementInput> = { end: 'requirement', more: ['status'] }
const supply: ItemFields<SupplyInput> = {
  end: 'buyer',
  more: [
    ...(['category', 'phase', 'since', 'until', 'supplyStatus', 'whatSv', 'whatEn', 'value', 'currency'] as const),
    ...(['valueText', 'datesText'] as const),
  ],
}

const lists = {
  canSupply: { type: 'CAN_SUPPLY', direction: 'OUT' },
  needs: { type: 'HAS_NEED', direction: 'OUT' },
  requirements: { type: 'FULFILS', direction: 'OUT', item: requirement },
  suppliesTo: { type: 'SUPPLIES', direction: 'OUT', item: supply },
} as const satisfies InputFields['lists']

const plain = ['employees', 'turnover', 'sizeClass', 'legalForm'] as const

/** What the inputs of a firm say beside its name and place. */
export const firmFields: InputFields = { plain: ['organisationNumber', 'sni', ...plain], lists }

/**
 * @throws BadUserInputError, also for a sole trader, who is a person, and for a firm that neither number nor legal form
 * tells from others; RequestTooLargeError.
 */
export function createdFirm(input: CreateFirmInput, edition: Classified): Draft {
  const { organisationNumber } = input
  const number = organisationNumber ? organisationNumberOf(organisationNumber) : null
  const parts = statedOf(input, edition)
  if (number === null && !input.legalForm) {
    const message = 'input.legalForm is needed of a firm without an organisation number'
    throw new BadUserInputError('input.legalForm', message)
  }
  requireCategories('input.suppliesTo', input.suppliesTo)
  const ties = addedTies(lists, input)
  return createDraft('Firm', input, { stated: parts, ties }, number === null ? null : firmId(number))
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, also for another number than the one that makes the firm's id; RequestTooLargeError.
 */
export function updatedFirm(input: UpdateFirmInput, edition: Classified, today: string): Draft {
  requireThere(input, ['name'])
  requireSameNumber(input)
  requireCategories('input.suppliesTo.add', input.suppliesTo?.add)
  requireCategories('input.suppliesTo.end', input.suppliesTo?.end)
  const ties = updatedTies(lists, input, input.asOf ?? today)
  return updateDraft('Firm', input, { stated: statedOf(input, edition), ties })
}

/** @throws BadUserInputError. */
export const endedFirm = (input: EndEntityInput): Draft => endDraft('Firm', input)

function requireSameNumber({ id, organisationNumber }: UpdateFirmInput): void {
  const own = /^firm:(\d{10})$/.exec(id)?.[1]
  if (organisationNumber === undefined || own === undefined) return
  if (organisationNumber !== null && organisationNumberOf(organisationNumber) === own) return
  throw new BadUserInputError(
    'input.organisationNumber',
    `input.organisationNumber makes the id of ${id} and stays: another number is another firm, with which it can be merged`,
  )
}

/** What is supplied is named by its id, as the buyer is. */
function requireCategories(
  argument: string,
  items: readonly { readonly category?: string | null }[] | null | undefined,
): void {
  for (const [index, { category }] of (items ?? []).entries()) {
    idOfKind('category', category, `${argument}[${index}].category`)
  }
}

const firmRules = {
  name: text,
  employees: firmShape.employees,
  turnover: amount,
  sizeClass: z.enum(sizeClasses),
  legalForm: firmShape.legalForm,
}

const soleTrader = /\benskild (?:firma|naringsidkare|naringsverksamhet)\b/

function statedOf(input: CreateFirmInput | UpdateFirmInput, { classifications }: Classified): Stated[] {
  if (input.legalForm === 'SOLE_TRADER') throw aPerson('input.legalForm')
  if (input.name && soleTrader.test(folded(input.name))) throw aPerson('input.name')
  return [
    statedNumber(input.organisationNumber),
    statedPlainly('input', input, ['name', ...plain], firmRules),
    stated(input.municipality, ['municipality'], (id) => ({
      municipality: idOfKind('municipality', id, 'input.municipality'),
    })),
    stated(input.sni, ['sni', 'sectors'], (codes) => {
      const cells = new SniCells(classifications)
      const read = codes.map((code, index) => sniCodeOf(`input.sni[${index}]`, code, cells))
      return {
        sni: [...new Set(read.map(({ code }) => code))],
        sectors: [...new Set(read.map(({ sector }) => sector))],
      }
    }),
  ]
}

const aPerson = (argument: string): BadUserInputError =>
  new BadUserInputError(
    argument,
    `${argument} is that of a sole trader, who is a person: the graph holds no persons, and nothing of it is stored`,
  )

function sniCodeOf(argument: string, text: string, cells: SniCells): SniCode {
  const [part, another] = cells.parts(text)
  const [meant] = cells.classifications
  if (!part || another) throw new BadUserInputError(argument, `${argument} is no code, such as 25.110`)
  const read = readSniPart(part, { cells, edition: meant, isStated: false, hasFourDigits: false })
  if (!('reason' in read)) return read
  const detail = read.detail === null ? '' : `: ${read.detail}`
  throw new BadUserInputError(argument, `${argument} ${read.reason}${detail}`)
}
