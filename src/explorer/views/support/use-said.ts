import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import {
  type Choice,
  describedSizes,
  useMunicipalities,
  useNeeds,
  useSectors,
  useVentures,
} from '../../parts/choices.js'
import { numberIn, wholeIn } from '../../parts/in-address.js'
import { inSentence } from '../../parts/in-sentence.js'
import { useAnswer } from '../../use-answer.js'
import { wantsOf } from './profile.js'

const firmDocument = graphql(`
  query ExplorerAskedFirm($id: ID!, $lang: Lang!) {
    node(id: $id) {
      ... on Firm {
        id
        name(lang: $lang)
        employees
        turnover
        sizeClass
        sectors {
          code
          name(lang: $lang)
        }
        municipality {
          name(lang: $lang)
        }
        needs(first: 20) {
          nodes {
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

/** What was asked, in words. */
export interface Said {
  /** The firm: its name where it is one that the graph knows, where it is, what it does and how large it is. */
  readonly firm: readonly string[]
  /** What it needs, and what else was said of it. */
  readonly beside: readonly string[]
  /** Names of the needs that were asked about; none where all are. */
  readonly needs: readonly string[]
  /** The firm of the graph that was asked about. */
  readonly named: { readonly id: string; readonly name: string } | null
  /** Whether the names of all that is said are there, or will not come. */
  readonly isKnown: boolean
}

/** More needs than these are counted in a line. */
const NAMED_NEEDS = 3

/** What an address asks, in a few words each. */
export function useSaid(address: Address): Said {
  const texts = useTexts(supportTexts)
  const answer = useTexts(answerTexts)
  const format = useFormat()
  const lang = useLang()
  const [municipalities, sectors, choices, ventures] = [useMunicipalities(), useSectors(), useNeeds(), useVentures()]
  const id = address.get('firm')
  const { data, error } = useAnswer(firmDocument, id === null ? null : { id, lang })
  const firm = data?.node && 'sizeClass' in data.node ? data.node : null
  const counted = (value: number | null | undefined, words: (text: string) => string) =>
    value === null || value === undefined ? null : words(format.number(value, 0))
  const size = describedSizes.find((each) => each === (firm?.sizeClass ?? address.get('size')))
  const described = firm
    ? [
        firm.name,
        firm.municipality?.name,
        firm.sectors[0]?.code,
        size && texts.sizes[size],
        counted(firm.employees, answer.employeesIn),
        counted(firm.turnover, answer.turnoverIn),
      ]
    : [
        nameIn(municipalities, address.get('municipality')),
        nameIn(sectors, address.get('sector'))?.split(' ')[0],
        size && texts.sizes[size],
        counted(wholeIn(address, 'employees'), answer.employeesIn),
        counted(numberIn(address, 'turnover'), answer.turnoverIn),
      ]
  const chosen = address.list('needs').map((need) => nameIn(choices, need) ?? '')
  const needs = chosen.length > 0 ? chosen : (firm?.needs.nodes ?? []).map(({ name }) => name)
  const founded = wholeIn(address, 'founded')
  const buyer = nameIn(ventures, address.get('buyer'))
  const exporting = address.get('exports')
  return {
    firm: described.filter(isSaid),
    beside: [
      needs.length > NAMED_NEEDS ? answer.needCount(format.count(needs.length)) : format.list(capitalised(needs)),
      exporting === 'yes' ? answer.exporting : exporting === 'no' ? answer.notExporting : null,
      founded === null ? null : answer.foundedIn(String(founded)),
      buyer && answer.toBuyer(buyer),
      format.list(wantsOf(address).map((kind) => texts.help[kind])),
    ].filter(isSaid),
    needs: needs.filter(isSaid),
    named: firm,
    isKnown:
      (id === null || data !== null || error !== null) &&
      [municipalities, sectors, choices, ventures].every((each) => each !== null),
  }
}

const nameIn = (choices: readonly Choice[] | null, id: string | null): string | undefined =>
  choices?.find((each) => each.id === id)?.name

const isSaid = (text: string | null | undefined | ''): text is string => Boolean(text)

/** Names of a list with one capital, at its beginning. */
const capitalised = (names: readonly string[]): readonly string[] =>
  names.map((name, index) => (index === 0 ? name : inSentence(name)))
