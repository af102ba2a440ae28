import { graphql } from '../../generated/gql.js'
import type { ExplorerMethodAssumptionsFragment } from '../../generated/graphql.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { Term, type TermId } from '../../parts/term.js'
import { useRegion } from '../../region.js'
import { type Founds, RestsOn } from './rests-on.js'

graphql(`
  fragment ExplorerMethodAssumptions on Spillover {
    table {
      id
      name(lang: $lang)
    }
    assumptions {
      closure
      shock
      householdIncome
      incomeTax
      retention {
        share
        apply
      }
      nationalSectors {
        id
      }
    }
    uncertainty(draws: 1, seed: $seed) {
      correlation
      parameters {
        name
        low
        high
      }
    }
  }
`)

type Name = keyof (typeof methodTexts)['sv']['names']

interface Row {
  readonly name: Name
  readonly value: string
  /** Between what it is drawn, where it is. */
  readonly drawn?: readonly [string, string]
  readonly term?: TermId
  readonly entity?: { readonly id: string; readonly name: string }
}

/** What a calculation assumes that says nothing else, each with its source. */
export function Assumptions({
  spillover,
  founds,
}: {
  readonly spillover: ExplorerMethodAssumptionsFragment
  readonly founds: Founds
}) {
  const texts = useTexts(methodTexts)
  const words = useTexts(spilloverTexts)
  const { method, delta } = useRegion()
  const rows = rowsOf(spillover, delta, { texts, words, format: useFormat() })
  return (
    <section aria-labelledby="assumptions">
      <h2 id="assumptions" tabIndex={-1}>
        {texts.assumptions}
      </h2>
      <p>{texts.assumptionsLead}</p>
      <DataTable
        caption={texts.assumptions}
        headed
        rows={rows}
        columns={[
          {
            title: texts.assumption,
            value: ({ name }) => texts.names[name],
            show: ({ name, term }) => (term ? <Term of={term}>{texts.names[name]}</Term> : texts.names[name]),
          },
          {
            title: texts.value,
            value: ({ value }) => value,
            show: ({ value, drawn, entity }) => (
              <>
                {entity ? <EntityName entity={entity} /> : value}
                {drawn && <span class="quiet method-drawn">{texts.drawn(...drawn)}</span>}
              </>
            ),
          },
          {
            title: texts.from,
            value: ({ name }) => method[name]?.of.join(' ') ?? '',
            show: ({ name }) => {
              const note = method[name]
              return note ? <RestsOn note={note} founds={founds} /> : null
            },
          },
        ]}
      />
    </section>
  )
}

interface Wording {
  readonly texts: (typeof methodTexts)['sv']
  readonly words: (typeof spilloverTexts)['sv']
  readonly format: Format
}

function rowsOf(
  { table, assumptions, uncertainty }: ExplorerMethodAssumptionsFragment,
  delta: number,
  { texts, words, format }: Wording,
): Row[] {
  const { closure, shock, householdIncome, incomeTax, retention, nationalSectors } = assumptions
  const drawn = (name: string) => {
    const range = uncertainty.parameters.find((parameter) => parameter.name === name)
    if (!range || range.low === null || range.high === null) return {}
    return { drawn: [format.percent(range.low), format.percent(range.high)] as const }
  }
  return [
    { name: 'table', value: table.name, entity: table },
    { name: 'retention.share', value: format.percent(retention.share), term: 'retention', ...drawn('retention.share') },
    { name: 'nationalSectors', value: texts.industries(format.count(nationalSectors.length)), term: 'retention' },
    { name: 'retention.apply', value: words.applies[retention.apply], term: 'after-the-inverse' },
    { name: 'incomeTax', value: format.percent(incomeTax), term: 'induced', ...drawn('incomeTax') },
    { name: 'householdIncome', value: words.incomes[householdIncome], term: 'induced' },
    { name: 'closure', value: words.closures[closure], term: 'type-i-and-ii' },
    { name: 'shock', value: words.shocks[shock], term: 'direct' },
    { name: 'regionalisation.delta', value: format.number(delta, 2), term: 'location-quotients' },
    { name: 'correlation', value: format.number(uncertainty.correlation, 2), term: 'interval' },
  ]
}
