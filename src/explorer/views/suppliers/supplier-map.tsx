import { linkTo, useAddress } from '../../address.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { pointOf } from '../../map/point-of.js'
import { type Mark, RegionMap } from '../../map/region-map.js'
import { useMunicipalities } from '../../parts/choices.js'
import { Picture } from '../../parts/picture.js'
import { useRegion } from '../../region.js'
import type { Facets } from './firms-answer.js'
import type { FirmsQuestion } from './supply-question.js'
import type { Venture } from './ventures.js'

/** Units of the drawing that a site takes. */
const SITE = 9
/** The same that a firm takes under the root, where there are no outlines to colour. */
const KILOMETRES_A_FIRM = 5

/** How many firms each municipality has, with the venture's sites and how far from them is asked for. */
export function SupplierMap({
  facets: { municipalities },
  venture,
  question: { establishment, withinKm, filter },
}: {
  readonly facets: Facets
  readonly venture: Venture | null
  readonly question: FirmsQuestion
}) {
  const texts = useTexts(supplierTexts)
  const { count } = useFormat()
  const address = useAddress()
  const { outlines } = useRegion()
  const region = useMunicipalities()
  const chosen = filter.municipalities ?? []
  const known = municipalities.flatMap(({ municipality, firms }) => (municipality ? [{ ...municipality, firms }] : []))
  const within = new Set((region ?? []).map(({ id }) => id))
  const leadsTo = (place: string) =>
    linkTo(address.path, {
      ...{ ...address.query, venture: establishment },
      place: chosen.includes(place) ? null : place,
    })
  const areas = (region ?? []).map(({ id, name }) => {
    const value = known.find((each) => each.id === id)?.firms ?? 0
    const label = texts.onMap(name, texts.firms(value, count(value)))
    return { municipality: id, name, value, label, href: leadsTo(id), chosen: chosen.includes(id) }
  })
  const sites = venture?.sites ?? []
  const marks = [
    ...sites.map(
      ({ id, name, latitude, longitude }): Mark => ({
        ...{ key: `site ${id}`, latitude, longitude, radius: SITE, meaning: 'venture' },
        ...{ label: texts.site(venture?.name ?? '', name), href: leadsTo(id) },
      }),
    ),
    ...(outlines ? [] : known).flatMap(({ id, name, firms, ...lying }): Mark[] => {
      const point = pointOf(lying)
      if (!point) return []
      const label = texts.onMap(name, texts.firms(firms, count(firms)))
      const radius = KILOMETRES_A_FIRM * Math.sqrt(firms)
      return [{ key: id, ...point, radius, meaning: 'firm', label, href: leadsTo(id) }]
    }),
  ]
  const rings =
    withinKm === null
      ? []
      : sites.map(({ latitude, longitude }) => ({
          ...{ latitude, longitude, kilometres: withinKm },
          label: texts.ring(count(withinKm)),
        }))
  const all = municipalities.reduce((sum, { firms }) => sum + firms, 0)
  const outside = municipalities.reduce(
    (sum, { municipality, firms }) => (municipality && within.has(municipality.id) ? sum : sum + firms),
    0,
  )
  const most = known[0]
  return (
    <Picture
      title={most ? texts.mostIn(most.name, count(most.firms), count(all)) : texts.map}
      shows={texts.mapShows(count(all))}
      assumes={withinKm === null ? texts.mapDistance : `${texts.ring(count(withinKm))} · ${texts.mapDistance}`}
      sources={[texts.mapSource]}
      file="norrgraph-suppliers"
      rows={municipalities}
      columns={[
        { title: texts.place, value: ({ municipality }) => municipality?.name ?? texts.unknown },
        { title: texts.gapFirms, value: ({ firms }) => firms },
      ]}
    >
      <RegionMap
        title={texts.map}
        marks={marks}
        rings={rings}
        areas={region && outlines ? { areas, of: 'firms', unit: texts.mapUnit } : null}
      >
        <ul class="legend">
          <li>
            <span class="swatch swatch-venture" /> {venture?.name}
          </li>
        </ul>
        {region && outside > 0 && <p class="quiet">{texts.outside(outside, count(outside))}</p>}
      </RegionMap>
    </Picture>
  )
}
