import { useLocation } from 'preact-iso'
import { entityLink, linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerStartQuery } from '../../generated/graphql.js'
import { type Format, useFormat, useLang, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { startTexts } from '../../language/start.js'
import { type Mark, RegionMap } from '../../map/region-map.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { Picture } from '../../parts/picture.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { Headline } from './headline.js'

const startDocument = graphql(`
  query ExplorerStart($counties: [ID!]!, $lang: Lang!) {
    establishments(first: 50, orderBy: JOBS_DESC) {
      nodes {
        id
        name(lang: $lang)
        totalJobs
        municipality {
          id
          name(lang: $lang)
          latitude
          longitude
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
        publisher
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
        population
        supportActors {
          totalCount
        }
      }
    }
  }
`)

/** What one sees first: the question, the search over everything, the headline numbers and the map. */
export function Start() {
  const texts = useTexts(startTexts)
  const lang = useLang()
  const { route, query } = useLocation()
  const { counties } = useRegion()
  const words = useRegionWords()
  const answer = useAnswer(startDocument, { counties, lang })
  const link = (path: string) => linkTo(path, { lang: query.lang })
  return (
    <>
      <div class="start-lead">
        <h1>{texts.heading}</h1>
        <p class="lead">{words.lead}</p>
        <EntitySearch label={texts.search} hint={words.searchHint} onPick={({ id }) => route(link(entityLink(id)))} />
      </div>
      <section aria-labelledby="questions">
        <h2 id="questions">{texts.questions}</h2>
        <ul class="cards">
          <Card href={link('/support')} title={texts.supportQuestion} text={texts.supportAnswer} />
          <Card href={link('/spillover')} title={texts.spilloverQuestion} text={texts.spilloverAnswer} />
          <Card href={link('/coverage')} title={texts.coverageQuestion} text={texts.coverageAnswer} />
        </ul>
      </section>
      <Answered answer={answer}>
        {(data) => (
          <div class="columns">
            <div>
              <Headline spillover={data.spillover} />
              <Ventures ventures={data.establishments.nodes} />
            </div>
            <StartMap data={data} />
          </div>
        )}
      </Answered>
    </>
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

/** The ventures with their places and jobs, the largest first. */
function Ventures({ ventures }: { readonly ventures: readonly Venture[] }) {
  const texts = useTexts(startTexts)
  const words = useRegionWords()
  const format = useFormat()
  return (
    <section class="ventures" aria-labelledby="ventures">
      <h2 id="ventures">{texts.ventures}</h2>
      <DataTable
        caption={words.jobsExpected}
        rows={ventures}
        columns={[
          { title: texts.venture, value: ({ name }) => name, show: (venture) => <EntityName entity={venture} /> },
          {
            title: texts.municipality,
            value: ({ municipality }) => municipality?.name ?? null,
            show: ({ municipality }) => (municipality ? <EntityName entity={municipality} /> : texts.noPlace),
          },
          { title: texts.jobs, value: ({ totalJobs }) => totalJobs, show: ({ totalJobs }) => format.count(totalJobs) },
        ]}
      />
    </section>
  )
}

/** Radius on the map that a job, or an actor, takes under the root: areas can be compared. */
const RADIUS_OF_A_JOB = 0.3
const RADIUS_OF_AN_ACTOR = 2.2

type Venture = ExplorerStartQuery['establishments']['nodes'][number]

function StartMap({ data }: { readonly data: ExplorerStartQuery }) {
  const texts = useTexts(startTexts)
  const words = useRegionWords()
  const { outlines } = useRegion()
  const format = useFormat()
  const { query } = useLocation()
  const link = (id: string) => linkTo(entityLink(id), { lang: query.lang })
  const municipalities = municipalitiesOf(data, format).map((municipality) => {
    const ventures = data.establishments.nodes.filter((venture) => venture.municipality?.id === municipality.id)
    return { ...municipality, ventures, jobs: ventures.reduce((sum, { totalJobs }) => sum + totalJobs, 0) }
  })
  const marks = [
    ...municipalities.flatMap(({ id, name, latitude, longitude, supportActors: { totalCount } }): Mark[] => {
      if (latitude === null || longitude === null || totalCount === 0) return []
      const label = texts.actorsOnMap(name, format.count(totalCount))
      const radius = RADIUS_OF_AN_ACTOR * Math.sqrt(totalCount)
      return [{ key: id, latitude, longitude, radius, label, href: link(id), meaning: 'actor' }]
    }),
    ...data.establishments.nodes.flatMap((venture) => {
      const mark = markOf(venture, link(venture.id), (jobs, place) =>
        texts.ventureOnMap(venture.name, format.count(jobs), place),
      )
      return mark ? [mark] : []
    }),
  ]
  const homeless = data.establishments.nodes.filter(({ municipality }) => municipality === null)
  return (
    <Picture
      title={texts.map}
      file="norrgraph-map"
      rows={municipalities}
      columns={[
        { title: texts.municipality, value: ({ name }) => name, show: ({ id, name }) => <a href={link(id)}>{name}</a> },
        { title: texts.ventures, value: ({ ventures }) => ventures.map(({ name }) => name).join(', ') },
        { title: texts.jobs, value: ({ jobs }) => jobs, show: ({ jobs }) => format.count(jobs) },
        { title: texts.actors, value: ({ supportActors }) => supportActors.totalCount },
        {
          title: texts.population,
          value: ({ population }) => population,
          show: ({ population }) => (population === null ? '' : format.count(population)),
        },
      ]}
    >
      <RegionMap title={texts.map} marks={marks}>
        <ul class="legend">
          <li>
            <span class="swatch swatch-venture" /> {texts.legendVenture}
          </li>
          <li>
            <span class="swatch swatch-actor" /> {texts.legendActors}
          </li>
        </ul>
        {homeless.length > 0 && (
          <p class="quiet">{texts.withoutPlace(format.list(homeless.map(({ name }) => name)))}</p>
        )}
        {outlines !== null && words.outlines !== '' && <p class="quiet">{words.outlines}</p>}
      </RegionMap>
    </Picture>
  )
}

function markOf(
  { id, totalJobs, municipality }: Venture,
  href: string,
  labelled: (jobs: number, place: string) => string,
): Mark | null {
  if (!municipality || municipality.latitude === null || municipality.longitude === null) return null
  return {
    key: id,
    latitude: municipality.latitude,
    longitude: municipality.longitude,
    radius: RADIUS_OF_A_JOB * Math.sqrt(totalJobs),
    label: labelled(totalJobs, municipality.name),
    href,
    meaning: 'venture',
  }
}

/** The municipalities of the counties, county by county in the order of their names. */
function municipalitiesOf({ counties }: ExplorerStartQuery, { inOrder }: Format) {
  return counties
    .flatMap((county) => (county?.__typename === 'County' ? [county] : []))
    .toSorted((left, right) => inOrder(left.name, right.name))
    .flatMap(({ municipalities }) => municipalities.nodes)
}
