import type { Address, AddressValues } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerSpilloverChoicesQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { spilloverTexts } from '../../language/spillover.js'
import { named } from '../../parts/choices.js'
import { CheckField, RangeField, SelectField } from '../../parts/fields.js'
import { numberIn } from '../../parts/in-address.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { takesTax } from './assumed.js'
import { closures, incomes, placements, questionNames, rules, shocks } from './question.js'
import { RegionalFields } from './regional-fields.js'
import { useTables } from './use-tables.js'

const choicesDocument = graphql(`
  query ExplorerSpilloverChoices($lang: Lang!) {
    establishments(first: 100) {
      nodes {
        id
        name(lang: $lang)
        expectedJobs {
          year
        }
      }
    }
    scenarios(first: 50) {
      nodes {
        id
        name(lang: $lang)
        adjustments(first: 200) {
          edges {
            node {
              id
            }
            jobs {
              year
            }
          }
        }
      }
    }
    employmentTables(first: 50) {
      nodes {
        id
        name(lang: $lang)
      }
    }
  }
`)

/**
 * Everything that a question assumes, all of it in the address.
 * @param national ids of the industries that the answer took for national.
 */
export function AssumptionForm({
  address,
  national,
  sectors,
}: {
  readonly address: Address
  readonly national: readonly string[]
  readonly sectors: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}) {
  const texts = useTexts(spilloverTexts)
  const words = useRegionWords()
  const { assumptions } = useRegion()
  const format = useFormat()
  const lang = useLang()
  const { data } = useAnswer(choicesDocument, { lang })
  const ventures = (data?.establishments.nodes ?? []).map(({ id, name }) => ({ id, name, group: null }))
  const years = yearsOf(data, address).map((year) => ({ id: String(year), name: String(year), group: null }))
  const scenarios = (data?.scenarios.nodes ?? []).map(({ id, name }) => ({ id, name, group: null }))
  const industries = sectors.map(({ id, code, name }) => ({ id, name: `${code} ${name}`, group: null }))
  const employments = (data?.employmentTables.nodes ?? []).map(({ id, name }) => ({ id, name, group: null }))
  const tables = useTables()
  const closure = address.get('closure') ?? assumptions.closure
  const hasHouseholds = closure === 'TYPE_II'
  const isTaxed = takesTax(closure, address.get('income') ?? assumptions.householdIncome)
  /** What the retention rule takes has no bearing under location quotients. */
  const byQuotients = (address.get('method') ?? 'RETENTION') !== 'RETENTION'
  const off = byQuotients ? { hint: texts.offByQuotients } : {}
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  /** All chosen is the same as none: the address stays short. */
  const setSeveral = (name: string, all: readonly unknown[]) => (values: readonly string[]) =>
    address.set({ [name]: values.length === all.length ? null : values.join(',') })
  const chosenOr = (name: string, all: readonly { id: string }[]) =>
    address.list(name).length > 0 ? address.list(name) : all.map(({ id }) => id)
  const nothing: AddressValues = Object.fromEntries(questionNames.map((name) => [name, null]))

  return (
    <form class="assumption-form" aria-label={texts.assumptions} onSubmit={(event) => event.preventDefault()}>
      <CheckField
        label={texts.ventures}
        choices={ventures}
        values={chosenOr('ventures', ventures)}
        onChange={setSeveral('ventures', ventures)}
      />
      <CheckField
        label={texts.years}
        choices={years}
        values={chosenOr('years', years)}
        onChange={setSeveral('years', years)}
      />
      <SelectField
        label={texts.scenario}
        none={words.noScenario}
        choices={scenarios}
        value={address.get('scenario')}
        onChange={set('scenario')}
      />
      <SelectField
        label={texts.table}
        none={texts.usualTable}
        choices={tables}
        value={address.get('table')}
        onChange={(value) => address.set({ table: value, national: null })}
      />
      <SelectField
        label={texts.shock}
        choices={named(shocks, texts.shocks)}
        value={address.get('shock') ?? assumptions.shock}
        onChange={set('shock')}
      />
      <SelectField
        label={texts.closure}
        choices={named(closures, texts.closures)}
        value={address.get('closure') ?? assumptions.closure}
        onChange={set('closure')}
      />
      <SelectField
        label={texts.income}
        disabled={!hasHouseholds}
        {...(hasHouseholds ? {} : { hint: texts.offNoHouseholds })}
        choices={named(incomes, texts.incomes)}
        value={address.get('income') ?? assumptions.householdIncome}
        onChange={set('income')}
      />
      <RangeField
        label={texts.tax}
        disabled={!isTaxed}
        {...(isTaxed ? {} : { hint: hasHouseholds ? texts.offNoTax : texts.offNoHouseholds })}
        value={numberIn(address, 'tax') ?? assumptions.incomeTax}
        show={(value) => format.percent(value)}
        onChange={(value) => address.set({ tax: String(value) }, 'replace')}
      />
      <RegionalFields address={address} employments={employments} />
      <RangeField
        label={texts.share}
        disabled={byQuotients}
        {...off}
        value={numberIn(address, 'share') ?? assumptions.retention.share}
        show={(value) => format.percent(value)}
        onChange={(value) => address.set({ share: String(value) }, 'replace')}
      />
      <SelectField
        label={texts.apply}
        disabled={byQuotients}
        {...off}
        choices={named(rules, texts.applies)}
        value={address.get('apply') ?? assumptions.retention.apply}
        onChange={set('apply')}
      />
      <SelectField
        label={texts.placement}
        choices={named(placements, texts.placements)}
        value={address.get('placement') ?? placements[0] ?? null}
        onChange={set('placement')}
      />
      <details class="field">
        <summary>{texts.national}</summary>
        <CheckField
          label={texts.national}
          disabled={byQuotients}
          {...off}
          choices={industries}
          values={national}
          onChange={(values) => address.set({ national: values.join(',') })}
        />
      </details>
      <button type="button" onClick={() => address.set(nothing)}>
        {words.ownAssumptions}
      </button>
    </form>
  )
}

/** The years in which chosen ventures have new jobs, as the chosen scenario has them. */
function yearsOf(data: ExplorerSpilloverChoicesQuery | null, address: Address): number[] {
  const chosen = address.list('ventures')
  const scenario = data?.scenarios.nodes.find(({ id }) => id === address.get('scenario'))
  const adjusted = new Map(scenario?.adjustments.edges.map(({ node, jobs }) => [node.id, jobs]))
  const years = (data?.establishments.nodes ?? [])
    .filter(({ id }) => chosen.length === 0 || chosen.includes(id))
    .flatMap(({ id, expectedJobs }) => (adjusted.get(id) ?? expectedJobs).map(({ year }) => year))
  return [...new Set(years)].toSorted((left, right) => left - right)
}
