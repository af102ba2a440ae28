import type { Language } from '../../language/language.js'
import { tableBalance } from './balance/table-balance.js'
import type { InputOutputTable } from './table.js'

/** What is odd about a table that was taken nevertheless, in each language the same in the same order, industries named. */
export type Oddities = Readonly<Record<Language, readonly string[]>>

/** @param table a sound one: see `tableFaults`. */
export function odditiesOf(table: InputOutputTable): Oddities {
  const { odd } = tableBalance(table)
  const said = (language: Language): readonly string[] =>
    odd.map(({ industry, ...fault }) => [industry, fault[`text${language}`]].filter((part) => part !== null).join(': '))
  return { Sv: said('Sv'), En: said('En') }
}
