import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerDisplacementQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { Answered } from '../../parts/answered.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { RangeField, Toolbar } from '../../parts/fields.js'
import { numberIn } from '../../parts/in-address.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { useGroupNames } from './group-names.js'

const displacementDocument = graphql(`
  query ExplorerDisplacement($input: SpilloverInput!, $lang: Lang!) {
    spillover(input: $input) {
      displacement {
        text(lang: $lang)
        fromRegionalSmes
        refilled
        byCounty {
          county {
            id
            name(lang: $lang)
          }
          direct
          taken
          lost
          netDirect
          spillover
          net
        }
        byGroup {
          group
          direct
          taken
          lost
          netDirect
          spillover
          net
        }
      }
    }
    employmentTables(first: 50) {
      nodes {
        groups {
          code
          sections
        }
      }
    }
  }
`)

type Answer = NonNullable<ExplorerDisplacementQuery['spillover']['displacement']>

/** All but all: where everybody is taken and replaced there is no end of it. */
const MOST_REFILLED = 0.99

/** What is left where ventures hire from the region's firms, by two shares that the reader assumes. */
export function Displacement({ address, input }: { readonly address: Address; readonly input: SpilloverInput }) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(displacementDocument, { input, lang })
  const displacement = answer.data?.spillover.displacement ?? null
  const shown = (name: 'fromSmes' | 'refilled', answered: number | undefined) =>
    numberIn(address, name) ?? answered ?? 0
  const fromSmes = shown('fromSmes', displacement?.fromRegionalSmes)
  const refilled = shown('refilled', displacement?.refilled)
  // Both are said where one is: what a scenario says of them holds only where the question says nothing.
  const set = (values: { readonly fromSmes: number; readonly refilled: number }) =>
    address.set({ fromSmes: String(values.fromSmes), refilled: String(values.refilled) }, 'replace')
  return (
    <>
      <p class="hint">{texts.displacementMeans}</p>
      <Toolbar>
        <RangeField
          label={texts.fromSmes}
          value={fromSmes}
          show={(value) => format.percent(value)}
          onChange={(value) => set({ fromSmes: value, refilled })}
        />
        <RangeField
          label={texts.refilled}
          value={refilled}
          max={MOST_REFILLED}
          show={(value) => format.percent(value)}
          onChange={(value) => set({ fromSmes, refilled: value })}
        />
      </Toolbar>
      <Answered answer={answer}>
        {({ spillover, employmentTables }) =>
          spillover.displacement && (
            <Displaced
              displacement={spillover.displacement}
              groups={employmentTables.nodes.flatMap((table) => table.groups)}
            />
          )
        }
      </Answered>
      {displacement !== null && <TableLinks table="spillover-displacement" asked={{ ...input }} />}
    </>
  )
}

type Figures = Pick<Answer['byGroup'][number], 'direct' | 'taken' | 'lost' | 'netDirect' | 'spillover' | 'net'>

function Displaced({
  displacement: { text, byCounty, byGroup },
  groups,
}: {
  readonly displacement: Answer
  readonly groups: Parameters<typeof useGroupNames>[0]
}) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const nameOf = useGroupNames(groups)
  const figures = (['direct', 'taken', 'lost', 'netDirect', 'spillover', 'net'] as const).map(
    (name): Column<Figures> => ({
      title: texts.displaced[name],
      value: (row) => row[name],
      show: (row) => format.count(row[name]),
    }),
  )
  return (
    <>
      <p class="regional-note">{text}</p>
      <DataTable
        caption={texts.displacedByCounty}
        rows={byCounty}
        columns={[{ title: texts.county, value: ({ county }) => county.name }, ...figures]}
      />
      <DataTable
        caption={texts.displacedByGroup}
        rows={byGroup}
        columns={[{ title: texts.group, value: ({ group }) => nameOf(group) }, ...figures]}
      />
    </>
  )
}
