import { useEffect, useState } from 'preact/hooks'
import { entityLink, linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerSuppliersQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { supplierTexts } from '../../language/suppliers.js'
import { type Mark, RegionMap } from '../../map/region-map.js'
import { Answered, Empty, Warnings } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { Picture } from '../../parts/picture.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import type { SupplyQuestion } from './supply-question.js'

const suppliersDocument = graphql(`
  query ExplorerSuppliers(
    $establishment: ID!
    $phase: PhaseKind
    $withinKm: Float
    $first: Int!
    $lang: Lang!
  ) {
    supplierMatches(establishment: $establishment, phase: $phase, withinKm: $withinKm, first: $first) {
      totalCount
      warnings {
        message(lang: $lang)
      }
      nodes {
        firm {
          id
          name(lang: $lang)
          municipality {
            id
            name(lang: $lang)
            latitude
            longitude
          }
        }
        category {
          id
          name(lang: $lang)
        }
        basis
        distanceKm
        fulfils {
          id
          name(lang: $lang)
        }
        missing {
          requirement {
            id
            name(lang: $lang)
          }
          initiatives {
            id
            name(lang: $lang)
          }
        }
        unknown {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

const PAGE = 25
const MOST = 200

/** Firms that could supply and do not today, as a table and on the map. */
export function Matches({
  question,
  supplying,
}: {
  readonly question: SupplyQuestion
  /** How many supplies are known: so many rows more are asked for, since those who supply today stand in a list of their own. */
  readonly supplying: number
}) {
  const texts = useTexts(supplierTexts)
  const parts = useTexts(partTexts)
  const format = useFormat()
  const lang = useLang()
  const [first, setFirst] = useState(PAGE)
  const key = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with its first page
  useEffect(() => setFirst(PAGE), [key])
  const answer = useAnswer(suppliersDocument, { ...question, first: Math.min(first + supplying, MOST), lang })
  const names = (entities: readonly { readonly name: string }[]) => entities.map(({ name }) => name).join(', ')
  return (
    <section aria-labelledby="matches">
      <h2 id="matches">{texts.matches}</h2>
      <Answered answer={answer}>
        {({ supplierMatches: { totalCount, warnings, nodes: all } }) => {
          const nodes = all.filter(({ basis }) => basis !== 'EXISTING')
          return (
            <>
              <Warnings warnings={warnings} />
              {totalCount === 0 ? (
                <Empty>
                  {texts.noFirms}
                  <code>{texts.importCommand}</code>
                </Empty>
              ) : nodes.length === 0 ? (
                <Empty>{texts.noOthers}</Empty>
              ) : (
                <>
                  <SupplierMap nodes={nodes} />
                  <DataTable
                    caption={texts.matches}
                    headed
                    rows={nodes}
                    columns={[
                      {
                        title: texts.firm,
                        value: ({ firm }) => firm.name,
                        show: ({ firm }) => <EntityName entity={firm} />,
                      },
                      { title: texts.category, value: ({ category }) => category.name },
                      { title: texts.basis, value: ({ basis }) => texts.bases[basis] },
                      { title: texts.place, value: ({ firm }) => firm.municipality?.name ?? null },
                      {
                        title: texts.distance,
                        value: ({ distanceKm }) => distanceKm,
                        show: ({ distanceKm }) => (distanceKm === null ? '' : format.count(distanceKm)),
                      },
                      { title: texts.fulfils, value: ({ fulfils }) => names(fulfils) },
                      {
                        title: texts.missing,
                        value: ({ missing }) => names(missing.map(({ requirement }) => requirement)),
                        show: ({ missing }) =>
                          missing.map(({ requirement, initiatives }) => (
                            <div key={requirement.id}>
                              {requirement.name}
                              {initiatives.length > 0 && <span class="quiet"> {texts.help(names(initiatives))}</span>}
                            </div>
                          )),
                      },
                      {
                        title: texts.unknown,
                        value: ({ unknown }) => names(unknown),
                        show: ({ unknown }) =>
                          unknown.length > 0 && (
                            <details>
                              <summary>{texts.requirements(format.count(unknown.length))}</summary>
                              {names(unknown)}
                            </details>
                          ),
                      },
                    ]}
                  />
                  {all.length < Math.min(totalCount, MOST) && (
                    <button type="button" onClick={() => setFirst(Math.min(first + PAGE, MOST))}>
                      {parts.more}
                    </button>
                  )}
                  <TableLinks table="supplier-matches" asked={{ ...question }} />
                </>
              )}
            </>
          )
        }}
      </Answered>
    </section>
  )
}

type Match = ExplorerSuppliersQuery['supplierMatches']['nodes'][number]

/** Kilometres of radius that a firm takes under the root. */
const KILOMETRES_A_FIRM = 5

function SupplierMap({ nodes }: { readonly nodes: readonly Match[] }) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const address = useAddress()
  const firms = new Map(nodes.map(({ firm }) => [firm.id, firm]))
  const places = new Map<string, { name: string; latitude: number; longitude: number; firms: number }>()
  for (const { municipality } of firms.values()) {
    if (!municipality || municipality.latitude === null || municipality.longitude === null) continue
    const { id, name, latitude, longitude } = municipality
    places.set(id, { name, latitude, longitude, firms: (places.get(id)?.firms ?? 0) + 1 })
  }
  const rows = [...places].map(([id, place]) => ({ id, ...place }))
  const marks = rows.map(
    ({ id, name, latitude, longitude, firms: count }): Mark => ({
      key: id,
      latitude,
      longitude,
      radius: KILOMETRES_A_FIRM * Math.sqrt(count),
      label: texts.onMap(name, format.count(count)),
      href: linkTo(entityLink(id), { lang: address.get('lang') }),
      meaning: 'firm',
    }),
  )
  return (
    <Picture
      title={texts.map}
      file="norrgraph-suppliers"
      rows={rows}
      columns={[
        { title: texts.place, value: ({ name }) => name },
        { title: texts.gapFirms, value: ({ firms: count }) => count },
      ]}
    >
      <RegionMap title={texts.map} marks={marks} />
    </Picture>
  )
}
