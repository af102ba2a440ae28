import { entityLink, linkTo, useAddress } from '../../address.js'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { RegionMap } from '../../map/region-map.js'
import { useMunicipalities } from '../../parts/choices.js'
import { Picture } from '../../parts/picture.js'

type CountyRow = ExplorerSpilloverQuery['spillover']['byCounty'][number]

/** Jobs by county on the map: each municipality has its county's colour, since the calculation tells counties apart and no more. */
export function AreaMap({
  rows,
  assumes,
  sources,
}: {
  readonly rows: readonly CountyRow[]
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const address = useAddress()
  const municipalities = useMunicipalities()
  const ordered = rows.toSorted((left, right) => right.spillover - left.spillover)
  const [first] = ordered
  if (first === undefined) return null
  const all = rows.reduce((sum, { spillover }) => sum + spillover, 0)
  // A municipality's group is the name of its county.
  const byName = new Map(rows.map((row) => [row.county.name, row]))
  const areas = (municipalities ?? []).map(({ id, name, group }) => {
    const row = byName.get(group ?? '')
    const value = Math.round(row?.spillover ?? 0)
    return {
      ...{ municipality: id, name, value },
      label: texts.inCounty(name, group ?? '', format.count(value)),
      href: linkTo(row === undefined ? entityLink(id) : entityLink(row.county.id), { lang: address.get('lang') }),
    }
  })
  const named = rows.map(({ county, spillover }) => ({
    name: county.name,
    value: Math.round(spillover),
    municipalities: (municipalities ?? []).flatMap(({ id, group }) => (group === county.name ? [id] : [])),
  }))
  const title = texts.countyGets(first.county.name, format.count(first.spillover), format.count(all))
  return (
    <Picture
      title={title}
      shows={texts.byCounty}
      assumes={assumes}
      sources={sources}
      file="norrgraph-spillover-by-county"
      rows={ordered}
      columns={[
        { title: texts.county, value: ({ county }) => county.name },
        { title: texts.indirect, value: ({ indirect }) => indirect, show: ({ indirect }) => format.count(indirect) },
        { title: texts.induced, value: ({ induced }) => induced, show: ({ induced }) => format.count(induced) },
        { title: texts.jobs, value: ({ spillover }) => spillover, show: ({ spillover }) => format.count(spillover) },
      ]}
    >
      <RegionMap title={title} areas={{ areas, of: 'jobs', unit: texts.jobsInCounty, named }} />
    </Picture>
  )
}
