import { useLocation } from 'preact-iso'
import { entityLink, linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerStartQuery } from '../../generated/graphql.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { startTexts } from '../../language/start.js'
import type { Counted } from '../../map/areas.js'
import { RegionMap } from '../../map/region-map.js'
import { Picture } from '../../parts/picture.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { counts } from './counts.js'
import { type Counting, placeMarks, ventureMarks } from './map-marks.js'

const firmsDocument = graphql(`
  query ExplorerStartFirms($counties: [ID!]!) {
    nodes(ids: $counties) {
      __typename
      ... on County {
        municipalities(first: 200) {
          nodes {
            id
            firms {
              totalCount
            }
          }
        }
      }
    }
  }
`)

const counted: readonly Counted[] = ['jobs', 'gaps', 'firms']

/** The municipalities, coloured by their jobs, their gaps or their firms, with the ventures on them. */
export function StartMap({ data }: { readonly data: ExplorerStartQuery }) {
  const texts = useTexts(startTexts)
  const words = useRegionWords()
  const { counties, outlines } = useRegion()
  const format = useFormat()
  const { query } = useLocation()
  const address = useAddress()
  const of = counted.find((each) => each === address.get('map')) ?? 'jobs'
  const firms = useAnswer(firmsDocument, of === 'firms' ? { counties } : null)
  const link = (id: string) => linkTo(entityLink(id), { lang: query.lang })
  const countIn = counts(of, data, firms.data)
  const places: Counting[] = municipalitiesOf(data, format).map((municipality) => {
    const value = countIn(municipality.id)
    const label = texts.area[of](municipality.name, value === null ? '–' : format.count(value))
    return { ...municipality, value, label, href: link(municipality.id) }
  })
  const [most] = places.toSorted((left, right) => (right.value ?? 0) - (left.value ?? 0))
  const title = most?.value ? texts.mapped[of](most.name, format.count(most.value)) : texts.mappedNone[of]
  const ventures = data.establishments.nodes
  const marks = ventureMarks(ventures, link, (name, jobs, place) => texts.ventureOnMap(name, format.count(jobs), place))
  const homeless = ventures.filter(({ municipality }) => municipality === null)
  const homelessJobs = homeless.reduce((sum, { totalJobs }) => sum + totalJobs, 0)
  const stated = ventures.map(({ provenance: { source } }) =>
    source.year === null ? source.name : `${source.name} (${source.year})`,
  )
  const sources = of === 'jobs' ? [...new Set(stated)] : [texts.sources[of]]
  return (
    <div>
      <fieldset class="map-choice no-print">
        <legend>{texts.mapOf}</legend>
        {counted.map((each) => (
          <button
            key={each}
            type="button"
            class="small"
            aria-pressed={each === of}
            onClick={() => address.set({ map: each === 'jobs' ? null : each }, 'replace')}
          >
            {texts.maps[each]}
          </button>
        ))}
      </fieldset>
      <Picture
        title={of === 'firms' && firms.data === null ? texts.unit.firms : title}
        shows={texts.shows[of](format.count(places.length), format.count(homelessJobs))}
        sources={sources}
        file={`norrgraph-map-${of}`}
        rows={places}
        columns={[
          {
            title: texts.municipality,
            value: ({ name }) => name,
            show: ({ id, name }) => <a href={link(id)}>{name}</a>,
          },
          {
            title: texts.unit[of],
            value: ({ value }) => value,
            show: ({ value }) => (value === null ? '' : format.count(value)),
          },
          {
            title: texts.ventures,
            value: ({ id }) =>
              ventures
                .filter(({ municipality }) => municipality?.id === id)
                .map(({ name }) => name)
                .join(', '),
          },
          {
            title: texts.population,
            value: ({ population }) => population,
            show: ({ population }) => (population === null ? '' : format.count(population)),
          },
        ]}
      >
        <RegionMap
          title={title}
          marks={outlines === null ? placeMarks(places, of) : of === 'jobs' ? marks : []}
          areas={{
            of,
            unit: texts.unit[of],
            areas: places.map(({ id, ...place }) => ({ municipality: id, ...place })),
          }}
        >
          {of === 'jobs' && (
            <ul class="legend">
              <li>
                <span class="swatch swatch-venture" /> {texts.legendVenture}
              </li>
            </ul>
          )}
          {of === 'jobs' && homeless.length > 0 && (
            <p class="quiet">{texts.withoutPlace(format.list(homeless.map(({ name }) => name)))}</p>
          )}
          {outlines !== null && words.outlines !== '' && <p class="quiet">{words.outlines}</p>}
        </RegionMap>
      </Picture>
    </div>
  )
}

/** The municipalities of the counties, county by county in the order of their names. */
function municipalitiesOf({ counties }: ExplorerStartQuery, { inOrder }: Format) {
  return counties
    .flatMap((county) => (county?.__typename === 'County' ? [county] : []))
    .toSorted((left, right) => inOrder(left.name, right.name))
    .flatMap(({ municipalities }) => municipalities.nodes)
}
