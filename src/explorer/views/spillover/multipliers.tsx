import { graphql } from '../../generated/gql.js'
import type {
  ExplorerAssumedFragment,
  ExplorerMultipliersQuery,
  RegionalisationInput,
} from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'

const multipliersDocument = graphql(`
  query ExplorerMultipliers(
    $table: ID!
    $closure: Closure!
    $householdIncome: HouseholdIncome!
    $regionalisation: RegionalisationInput
    $lang: Lang!
  ) {
    inputOutputTable(id: $table) {
      multipliers(closure: $closure, householdIncome: $householdIncome, regionalisation: $regionalisation) {
        sector {
          id
          code
          name(lang: $lang)
        }
        output
        employmentEffect
        employmentMultiplier
        backwardLinkage
        forwardLinkage
      }
    }
  }
`)

type Row = NonNullable<ExplorerMultipliersQuery['inputOutputTable']>['multipliers'][number]
const figures = [
  ['employmentMultiplier', 'perJob'],
  ['employmentEffect', 'perMillion'],
  ['output', 'output'],
  ['backwardLinkage', 'backward'],
  ['forwardLinkage', 'forward'],
] as const

/** What each industry of a table draws with it. */
export function Multipliers({
  table,
  assumptions: { closure, householdIncome, regionalisation },
}: {
  readonly table: string
  readonly assumptions: ExplorerAssumedFragment['assumptions']
}) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(multipliersDocument, {
    ...{ table, closure, householdIncome, lang },
    regionalisation: quotientsOf(regionalisation),
  })
  return (
    <>
      <p class="hint">{texts.multipliersMean}</p>
      <Answered answer={answer}>
        {({ inputOutputTable }) => (
          <DataTable
            caption={texts.multipliers}
            rows={(inputOutputTable?.multipliers ?? []).toSorted(
              (left, right) => (right.employmentMultiplier ?? 0) - (left.employmentMultiplier ?? 0),
            )}
            columns={[
              {
                title: texts.industry,
                value: ({ sector }) => `${sector.code} ${sector.name}`,
                show: ({ sector }) => <EntityName entity={{ id: sector.id, name: `${sector.code} ${sector.name}` }} />,
              },
              ...figures.map(([name, title]) => ({
                title: texts[title],
                value: (row: Row) => row[name],
                show: (row: Row) => (row[name] === null ? texts.notKnown : format.number(row[name], 2)),
              })),
            ]}
          />
        )}
      </Answered>
    </>
  )
}

/** The quotients of a question, for its region as a whole: of one county alone a multiplier has to name it. */
function quotientsOf({
  method,
  delta,
  householdDelta,
  mining,
  employment,
}: ExplorerAssumedFragment['assumptions']['regionalisation']): RegionalisationInput | null {
  if (method === 'RETENTION') return null
  const takesDelta = method === 'FLQ' || method === 'AFLQ'
  return { method, delta: takesDelta ? delta : null, householdDelta, mining, employment: employment?.id ?? null }
}
