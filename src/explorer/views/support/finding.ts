import type { ExplorerNobodyForFragment } from '../../generated/graphql.js'
import type { Format } from '../../language/language.js'
import type { answerTexts } from '../../language/support-answer.js'
import { inSentence } from '../../parts/in-sentence.js'
import { countedIn, type HelpGroup } from './help-groups.js'

/** More needs than these are counted, not named. */
const NAMED_NEEDS = 2

/** So many kinds of help are told in the title. */
const NAMED_KINDS = 3

/** What the finding is made of. */
interface Found {
  readonly total: number
  readonly groups: readonly HelpGroup[]
  readonly nobodyFor: readonly ExplorerNobodyForFragment[]
  /** Names of the needs that were asked about; none where all were. */
  readonly needs: readonly string[]
}

/** What was found in one sentence: for which needs support is missing first, then how many can help with what. */
export function finding(
  { total, groups, nobodyFor, needs }: Found,
  texts: (typeof answerTexts)['sv'],
  format: Format,
): string {
  const without = nobodyFor.map(({ need }) => need.name)
  const missing = without.length > 0 ? texts.missing(format.list(without.map(inSentence))) : ''
  if (missing && total === 0) return missing
  const met = needs.filter((name) => !without.includes(name))
  const what =
    met.length === 0
      ? ''
      : met.length > NAMED_NEEDS
        ? texts.withSome(format.count(met.length))
        : texts.with(format.list(met.map(inSentence)))
  const ways = groups.flatMap((group) => {
    const { kind } = group
    const counted = countedIn(group)
    return counted === 0 || kind === 'OTHER' || kind === 'NO_OFFER' || kind === 'MAY_KNOW'
      ? []
      : [`${format.count(counted)}\u00A0${texts.do[kind]}`]
  })
  const told = missing ? '' : format.list(ways.slice(0, NAMED_KINDS))
  const help = texts.canHelp(total, format.count(total), what, told)
  return missing ? `${missing}; ${help}` : help
}
