import { useLocation } from 'preact-iso'
import { entityLink, linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { startTexts } from '../../language/start.js'
import { Answered } from '../../parts/answered.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { Term } from '../../parts/term.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { isMissing } from './counts.js'
import { Headline } from './headline.js'
import { LatestChanges } from './latest-changes.js'
import { StartMap } from './start-map.js'
import { Ventures } from './ventures.js'

const startDocument = graphql(`
  query ExplorerStart($counties: [ID!]!, $lang: Lang!) {
    establishments(first: 50, orderBy: JOBS_DESC) {
      nodes {
        id
        name(lang: $lang)
        totalJobs
        phases {
          name(lang: $lang)
          status
          from
          to
        }
        spillover {
          spillover
        }
        municipality {
          id
          name(lang: $lang)
          latitude
          longitude
          mainTown {
            latitude
            longitude
          }
        }
        provenance {
          source {
            id
            name(lang: $lang)
            year
          }
        }
      }
    }
    counties: nodes(ids: $counties) {
      ...ExplorerStartCounty
    }
    spillover(input: {}) {
      total {
        direct
        indirect
        induced
        spillover
      }
      table {
        id
        year
        publisher(lang: $lang)
      }
      comparisons {
        claim {
          id
          value
        }
        computed
      }
      regional {
        text(lang: $lang)
      }
    }
    supportCoverage(by: MUNICIPALITY) {
      cells {
        place {
          id
        }
        level
        restricted
        jobsAtStake
      }
    }
  }

  fragment ExplorerStartCounty on County {
    __typename
    name(lang: $lang)
    municipalities(first: 200) {
      nodes {
        id
        name(lang: $lang)
        latitude
        longitude
        mainTown {
          latitude
          longitude
        }
        population
      }
    }
  }
`)

/** What one sees first: what was found, the search over everything, the headline numbers, the map, and where to go on. */
export function Start() {
  const texts = useTexts(startTexts)
  const format = useFormat()
  const lang = useLang()
  const { route, query } = useLocation()
  const { counties } = useRegion()
  const words = useRegionWords()
  const answer = useAnswer(startDocument, { counties, lang })
  const link = (path: string) => linkTo(path, { lang: query.lang })
  const total = answer.data?.spillover.total
  const cells = answer.data?.supportCoverage.cells
  const open = cells?.filter(({ level }) => level === 'NONE') ?? []
  const missing = open.filter(isMissing).length
  return (
    <>
      <div class="start-lead">
        <h1>{total ? texts.found(format.count(total.direct), format.count(total.spillover)) : texts.heading}</h1>
        <p class="lead start-found">
          {cells === undefined ? (
            words.lead
          ) : (
            <Term of="coverage">
              {open.length === 0
                ? texts.noGaps
                : texts.foundGaps(
                    format.count(missing),
                    format.count(open.length - missing),
                    format.count(cells.length),
                  )}
            </Term>
          )}
        </p>
        <EntitySearch label={texts.search} hint={words.searchHint} onPick={({ id }) => route(link(entityLink(id)))} />
      </div>
      <Answered answer={answer}>
        {(data) => (
          <div class="start-rows">
            <div class="columns">
              <div>
                <Headline spillover={data.spillover} />
                <Questions link={link} />
              </div>
              <StartMap data={data} />
            </div>
            <div class="columns">
              <Ventures ventures={data.establishments.nodes} />
              <LatestChanges />
            </div>
            <p class="quiet">{words.lead}</p>
          </div>
        )}
      </Answered>
    </>
  )
}

/** The views, each by the question that it answers. */
function Questions({ link }: { readonly link: (path: string) => string }) {
  const texts = useTexts(startTexts)
  return (
    <section class="no-print" aria-labelledby="questions">
      <h2 id="questions">{texts.questions}</h2>
      <ul class="cards">
        <Card href={link('/support')} title={texts.supportQuestion} text={texts.supportAnswer} />
        <Card href={link('/coverage')} title={texts.coverageQuestion} text={texts.coverageAnswer} />
        <Card href={link('/spillover')} title={texts.spilloverQuestion} text={texts.spilloverAnswer} />
        <Card href={link('/network')} title={texts.networkQuestion} text={texts.networkAnswer} />
        <Card href={link('/suppliers')} title={texts.suppliersQuestion} text={texts.suppliersAnswer} />
      </ul>
    </section>
  )
}

function Card({ href, title, text }: { readonly href: string; readonly title: string; readonly text: string }) {
  return (
    <li class="card">
      <a href={href}>{title}</a>
      <p>{text}</p>
    </li>
  )
}
