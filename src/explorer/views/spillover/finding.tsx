import type { ExplorerAssumedFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { useVentures } from '../../parts/choices.js'

/** More ventures than these are told by their number. */
const MOST_NAMED = 3

/** Whose jobs an answer is of, as a sentence begins. */
export function useWhose(): (answer: ExplorerAssumedFragment, named: readonly string[]) => string {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const ventures = useVentures()
  return ({ byEstablishment }, named) => {
    const names = byEstablishment.flatMap(({ establishment }) => establishment?.name ?? [])
    if (names.length <= MOST_NAMED) return format.list(names)
    const many = texts.numbers[names.length] ?? format.count(names.length)
    // Until it is known how many there are, those that an address names may well be all.
    const isAll = named.length === 0 || ventures === null || ventures.every(({ id }) => named.includes(id))
    return isAll ? texts.theVentures(many) : texts.someVentures(many)
  }
}

/** The answer in a sentence. */
export function Finding({
  answer,
  named,
  spillover,
}: {
  readonly answer: ExplorerAssumedFragment
  /** The ventures that the address names; none for all. */
  readonly named: readonly string[]
  readonly spillover: number
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const whose = useWhose()
  const isOne = answer.byEstablishment.length === 1
  return <h2 class="finding">{texts.finding(whose(answer, named), format.count(spillover), isOne)}</h2>
}
