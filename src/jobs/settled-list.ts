import { LONGEST_SAID } from '../import/firms/said-of-source.js'
import { compared } from '../import/readers/columns.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { enteringText, textFaults } from '../text/entering-text.js'
import type { SaidOfList } from './import-readers.js'

/** What somebody says otherwise of a list that waits; what is left out or null stays. */
export interface Settled {
  readonly columns?:
    | readonly { readonly header: string; readonly column?: string | null | undefined }[]
    | null
    | undefined
  readonly title?: string | null | undefined
  readonly update?: boolean | null | undefined
}

/**
 * A list as it is to be read by what somebody says of it.
 * @throws BadUserInputError for a title that says nothing, or may not be stored.
 */
export function settledBy(said: SaidOfList, { columns, title, update }: Settled): SaidOfList {
  const settings = (columns ?? []).map(({ header, column }) => ({ header, column: column ?? '' }))
  const named = new Set(settings.map(({ header }) => compared(header)))
  const before = (said.file.columns ?? []).filter(({ header }) => !named.has(compared(header)))
  return {
    ...said,
    update: update ?? said.update,
    file: { ...said.file, columns: [...before, ...settings], title: titleOf(title) ?? said.file.title },
  }
}

function titleOf(title: string | null | undefined): string | null {
  if (title === null || title === undefined) return null
  const entered = enteringText(title)
  if ('fault' in entered) throw new BadUserInputError('input.title', `input.title ${textFaults[entered.fault]}`)
  if (entered.text.length > LONGEST_SAID) {
    throw new BadUserInputError('input.title', `input.title may have at most ${LONGEST_SAID} characters`)
  }
  if (entered.text === '') throw new BadUserInputError('input.title', 'input.title says nothing')
  return entered.text
}
