import { useCallback } from 'preact/hooks'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { EntityName } from '../../parts/entity-name.js'
import { Picture } from '../../parts/picture.js'
import type { Room } from '../../parts/room.js'
import { EffectLegend } from './effect-legend.js'
import { stackedBars } from './stacked-bars.js'

type SectorRow = ExplorerSpilloverQuery['spillover']['bySector'][number]

/** How many industries the picture shows; the table has them all. */
const MOST_SHOWN = 20
/** On paper and in files, where each is to be read from afar. */
const MOST_BRIEFLY = 10

const mostIn = ({ height }: Room): number => (height === null ? MOST_SHOWN : MOST_BRIEFLY)

/** Jobs by industry, stacked by effect, the largest first. */
export function SectorChart({
  rows,
  assumes,
  sources,
}: {
  readonly rows: readonly SectorRow[]
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const ordered = rows.toSorted((left, right) => right.spillover - left.spillover)
  const all = rows.reduce((sum, { spillover }) => sum + spillover, 0)
  const [first] = ordered
  const title =
    first === undefined
      ? texts.bySector
      : texts.sectorGets(inShort(first.sector.name), format.count(first.spillover), format.count(all))
  const ofAll = (most: number) =>
    `${texts.bySector} · ${texts.shown(format.count(Math.min(most, rows.length)), format.count(rows.length))}`
  const options = useCallback(
    (room: Room) =>
      stackedBars(
        rows.toSorted((left, right) => right.spillover - left.spillover).slice(0, mostIn(room)),
        ({ sector: { code, name } }) => `${code} ${name}`,
        room,
        format.count,
      ),
    [rows, format],
  )
  return (
    <Picture
      title={title}
      shows={ofAll(MOST_SHOWN)}
      brief={ofAll(MOST_BRIEFLY)}
      assumes={assumes}
      sources={sources}
      file="norrgraph-spillover-by-industry"
      rows={ordered}
      columns={[
        {
          title: texts.sector,
          value: ({ sector }) => `${sector.code} ${sector.name}`,
          show: ({ sector }) => <EntityName entity={{ id: sector.id, name: `${sector.code} ${sector.name}` }} />,
        },
        { title: texts.indirect, value: ({ indirect }) => indirect, show: ({ indirect }) => format.count(indirect) },
        { title: texts.induced, value: ({ induced }) => induced, show: ({ induced }) => format.count(induced) },
        { title: texts.jobs, value: ({ spillover }) => spillover, show: ({ spillover }) => format.count(spillover) },
      ]}
    >
      <EffectLegend />
      <Chart name={title} options={options} />
    </Picture>
  )
}

/** The first of what a name names: "Trade" of "Trade; repair of motor vehicles". */
export const inShort = (name: string): string => name.split(';', 1)[0] ?? name
