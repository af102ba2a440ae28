import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMunicipalityQuery } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { fieldValues } from '../../language/field-values.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { Figure, NamedColumns } from '../../parts/fact-list.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const municipalityDocument = graphql(`
  query ExplorerMunicipality($id: ID!, $county: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Municipality {
        id
        establishments(first: 20) {
          nodes {
            id
            name(lang: $lang)
            totalJobs
          }
        }
        supportActors(first: 60) {
          totalCount
          nodes {
            id
            name(lang: $lang)
            kind
          }
        }
        firms(first: 10) {
          totalCount
          nodes {
            id
            name(lang: $lang)
            sectors {
              id
              name(lang: $lang)
            }
          }
        }
      }
    }
    supportCoverage(county: $county, by: MUNICIPALITY) {
      allocation(lang: $lang)
      cells {
        place {
          id
        }
        need {
          id
          name(lang: $lang)
        }
        level
        restricted
        jobsAtStake
      }
    }
  }
`)

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The jobs of a municipality, who is there for its firms, and for which needs nobody is. */
export function Municipality({ of, county, children }: Opening & { readonly county: string }) {
  const answer = useAnswer(municipalityDocument, { id: of, county, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {(found) => <OfMunicipality found={found} />}
    </Opened>
  )
}

type Cell = ExplorerMunicipalityQuery['supportCoverage']['cells'][number]

function OfMunicipality({ found: { node, supportCoverage } }: { readonly found: ExplorerMunicipalityQuery }) {
  const texts = useTexts(kindTexts).municipality
  const { rows } = useTexts(kindTexts)
  const { kind: kinds } = useTexts(fieldValues)
  const format = useFormat()
  const address = useAddress()
  if (node?.__typename !== 'Municipality') return null
  const { establishments, supportActors, firms } = node
  // What is missing altogether first, then what is there with terms alone.
  const lack = ({ level, restricted }: Pick<Cell, 'level' | 'restricted'>) =>
    level !== 'NONE' ? 0 : restricted > 0 ? 1 : 2
  const cells = supportCoverage.cells
    .filter(({ place }) => place.id === node.id)
    .toSorted((left, right) => lack(right) - lack(left))
  const gaps = cells.filter((cell) => lack(cell) > 0)
  const missing = cells.filter((cell) => lack(cell) === 2)
  const cellLink = (need: string) => linkTo('/coverage', { place: node.id, need, lang: address.get('lang') })
  const jobs = establishments.nodes.reduce((sum, { totalJobs }) => sum + totalJobs, 0)
  const atStake = Math.max(0, ...gaps.map(({ jobsAtStake }) => jobsAtStake))
  const atSome = cells.some(({ jobsAtStake }) => jobsAtStake > 0)
  return (
    <>
      <dl class="figures figures-in-line">
        <Figure value={format.count(jobs)}>
          <Term of="direct">{texts.jobs}</Term>
        </Figure>
        <Figure value={format.count(atStake)}>
          <Term of="jobs-at-stake">{texts.stake}</Term>
        </Figure>
        <Figure value={format.count(supportActors.totalCount)}>{texts.actors}</Figure>
        <Figure value={format.count(firms.totalCount)}>{texts.firms}</Figure>
      </dl>
      <section aria-labelledby="gaps">
        <h2 id="gaps">
          {gaps.length === 0
            ? texts.noGaps(format.count(cells.length))
            : texts.gaps(
                format.count(missing.length),
                format.count(gaps.length - missing.length),
                format.count(cells.length),
              )}
        </h2>
        <p class="quiet">
          <Term of="allocation">{texts.allocation}</Term>: {lowerFirst(supportCoverage.allocation)}.
        </p>
        <DataTable
          caption={texts.need}
          headed
          rows={cells}
          columns={[
            {
              title: texts.need,
              value: ({ need }) => need.name,
              show: ({ need }) => <a href={cellLink(need.id)}>{need.name}</a>,
            },
            {
              title: texts.level,
              value: ({ level }) => texts.levels[level],
              show: ({ level, restricted }) =>
                level === 'NONE' && restricted > 0 ? texts.conditional(format.count(restricted)) : texts.levels[level],
            },
            {
              title: texts.atStake,
              value: ({ jobsAtStake }) => jobsAtStake,
              // None beside others of the same place: the need is not felt there.
              show: ({ jobsAtStake }) => (jobsAtStake === 0 && atSome ? texts.notFelt : format.count(jobsAtStake)),
            },
          ]}
        />
      </section>
      <section aria-labelledby="ventures">
        <h2 id="ventures">{texts.ventures}</h2>
        {establishments.nodes.length === 0 && <p class="quiet">{texts.noVentures}</p>}
        <ul>
          {establishments.nodes.map((venture) => (
            <li key={venture.id}>
              <EntityName entity={venture} />{' '}
              <span class="quiet">{texts.expected(format.count(venture.totalJobs))}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="actors">
        <h2 id="actors">{texts.serves(format.count(supportActors.totalCount))}</h2>
        <NamedColumns entities={supportActors.nodes} told={({ kind }) => kinds[kind]} />
      </section>
      <section aria-labelledby="firms">
        <h2 id="firms">{texts.firmsHere(format.count(firms.totalCount))}</h2>
        {firms.totalCount === 0 && <p class="quiet">{texts.noFirms}</p>}
        <NamedColumns entities={firms.nodes} told={({ sectors }) => sectors[0]?.name ?? ''} />
        {firms.totalCount > firms.nodes.length && (
          <p class="quiet">{rows(format.count(firms.nodes.length), format.count(firms.totalCount))}</p>
        )}
      </section>
    </>
  )
}
