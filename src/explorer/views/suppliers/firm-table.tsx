import type { MatchBasis } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { inSentence } from './finding.js'
import type { FirmRow } from './firms-answer.js'
import { bases } from './supply-question.js'

/** Firms a row each, with what they could supply, how large and how near they are, and how they stand to what is asked. */
export const FirmTable = ({ rows, caption }: { readonly rows: readonly FirmRow[]; readonly caption: string }) => (
  <DataTable caption={caption} headed rows={rows} columns={useColumns()} />
)

const names = (entities: readonly { readonly name: string }[]) => entities.map(({ name }) => name).join(', ')

function useColumns(): readonly Column<FirmRow>[] {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  return [
    {
      title: texts.firm,
      value: ({ firm }) => firm.name,
      show: ({ firm, municipality }) => (
        <>
          <EntityName entity={firm} />
          {municipality && <div class="quiet">{municipality.name}</div>}
        </>
      ),
    },
    {
      title: texts.distance,
      value: ({ distanceKm }) => distanceKm,
      show: ({ distanceKm }) =>
        distanceKm === null ? (
          ''
        ) : distanceKm === 0 ? (
          texts.sameMunicipality
        ) : (
          <>
            {format.count(distanceKm)} <span class="narrow-only">km</span>
          </>
        ),
    },
    {
      title: texts.employees,
      value: ({ employees }) => employees,
      show: ({ employees, sizeClass }) =>
        employees === null ? (
          <>
            {sizeClass === 'UNKNOWN' ? '–' : texts.sizes[sizeClass]}{' '}
            <span class="narrow-only">{texts.employeesUnknown}</span>
          </>
        ) : (
          <>
            {format.count(employees)} <span class="narrow-only">{inSentence(texts.employees)}</span>
          </>
        ),
    },
    {
      title: texts.couldSupply,
      value: ({ categories }) => names(categories.map(({ category }) => category)),
      show: (row) => <Abilities row={row} />,
    },
    {
      title: texts.requirementsOf,
      value: ({ fulfils }) => names(fulfils),
      show: (row) => <Standing row={row} />,
    },
    {
      title: texts.score,
      value: ({ score }) => score,
      show: ({ score, scoreParts }) => (
        <details class="supplier-score">
          <summary>
            <span class="narrow-only">{texts.score}</span> {format.number(score, 2)}
          </summary>
          {scoreParts.text}
        </details>
      ),
    },
  ]
}

/** What a firm could supply, by how that is known. */
function Abilities({ row: { categories } }: { readonly row: FirmRow }) {
  const texts = useTexts(supplierTexts)
  const of = (basis: MatchBasis) => categories.filter((each) => each.basis === basis)
  return (
    <>
      {bases
        .filter((basis) => of(basis).length > 0)
        .map((basis) => (
          <div key={basis} class="supplier-abilities">
            {of(basis).map(({ category }) => (
              <span key={category.id} class="tag">
                {category.name}
              </span>
            ))}{' '}
            <span class="quiet">{texts.bases[basis]}</span>
          </div>
        ))}
    </>
  )
}

/** What it fulfils and lacks, and of how much nothing is known. */
function Standing({ row: { fulfils, missing, unknown } }: { readonly row: FirmRow }) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  return (
    <>
      {fulfils.length > 0 && (
        <div>
          <strong>{texts.fulfils}:</strong> {names(fulfils)}
        </div>
      )}
      {missing.map(({ requirement, initiatives }) => (
        <div key={requirement.id}>
          <strong>{texts.missing}:</strong> {requirement.name}
          {initiatives.length > 0 && (
            <details>
              <summary>{texts.help(initiatives.length, format.count(initiatives.length))}</summary>
              {initiatives.map((initiative) => (
                <div key={initiative.id}>
                  <EntityName entity={initiative} />
                </div>
              ))}
            </details>
          )}
        </div>
      ))}
      {unknown.length > 0 && (
        <details class="quiet">
          <summary>{texts.unknownOf(unknown.length, format.count(unknown.length))}</summary>
          {names(unknown)}
        </details>
      )}
    </>
  )
}
