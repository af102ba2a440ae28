import { graphql } from '../../generated/gql.js'
import type { ExplorerTermsFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'

graphql(`
  fragment ExplorerTerms on InitiativeTerms {
    minEmployees
    maxEmployees
    minTurnover
    maxTurnover
    maxShare
    minAmount
    maxAmount
    amountOf
    lengthMonths
    maxAgeYears
    forExporters
    replacesSecurity
    excludedPlaces {
      ... on Entity {
        name(lang: $lang)
      }
    }
    other(lang: $lang)
    presupposes(lang: $lang)
  }
`)

/** Who may have an initiative, how much of it and how long, a line each; none where no source says. */
export function useTermLines(terms: ExplorerTermsFragment): readonly string[] {
  return rowsOf(terms, useTexts(entityTexts).terms, useFormat())
}

/** Who may have an initiative, how much of it and how long; nothing where no source says. */
export function Terms({ terms }: { readonly terms: ExplorerTermsFragment }) {
  const texts = useTexts(entityTexts).terms
  const rows = useTermLines(terms)
  if (rows.length === 0) return null
  return (
    <>
      <h3>{texts.heading}</h3>
      <ul>
        {rows.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

function rowsOf(terms: ExplorerTermsFragment, texts: (typeof entityTexts)['sv']['terms'], format: Format): string[] {
  const range = (from: number | null, to: number | null) => {
    const [least, most] = [from, to].map((value) => (value === null ? null : format.count(value)))
    if (least && most) return least === most ? most : `${least}–${most}`
    return least ? texts.atLeast(least) : most ? texts.atMost(most) : null
  }
  const [employees, turnover, amount] = [
    range(terms.minEmployees, terms.maxEmployees),
    range(terms.minTurnover, terms.maxTurnover),
    range(terms.minAmount, terms.maxAmount),
  ]
  return [
    employees && texts.employees(employees),
    turnover && texts.turnover(turnover),
    terms.maxAgeYears !== null && texts.age(format.count(terms.maxAgeYears)),
    terms.forExporters && texts.exporters,
    terms.excludedPlaces.length > 0 && texts.notIn(format.list(terms.excludedPlaces.map(({ name }) => name))),
    amount && texts.amount[terms.amountOf ?? 'SUPPORT'](amount),
    terms.maxShare !== null && texts.share(format.percent(terms.maxShare)),
    terms.lengthMonths !== null && texts.length(format.count(terms.lengthMonths)),
    terms.replacesSecurity && texts.security,
    ...terms.other.map(texts.other),
    ...terms.presupposes.map(texts.presupposes),
  ].filter((text): text is string => typeof text === 'string' && text !== '')
}
