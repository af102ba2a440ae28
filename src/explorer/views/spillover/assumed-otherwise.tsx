import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useRegionWords } from '../../language/region.js'
import { regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { assumed, assumedOfRegion } from './assumed.js'
import type { ComparedSetting, ComparedSettings } from './compared-settings.js'

/** What two settings assume differently. */
export function AssumedOtherwise({ now, kept }: ComparedSettings) {
  const texts = useTexts(spilloverTexts)
  const { noScenario } = useRegionWords()
  const { inputOutputTable } = useTexts(partTexts)
  const words = { noScenario, table: inputOutputTable }
  const format = useFormat()
  const regional = useTexts(regionalTexts)
  const told = ({ of, hasOwn }: ComparedSetting) => [
    ...assumed(of, texts, words, format),
    ...assumedOfRegion(of, regional, format),
    [texts.ownNumbers, hasOwn ? texts.yes : texts.no] as const,
  ]
  const before = new Map(told(kept))
  const rows = told(now).filter(([name, value]) => before.get(name) !== value)
  if (rows.length === 0) return <p class="quiet">{texts.sameSetting}</p>
  return (
    <DataTable
      caption={texts.assumedOtherwise}
      rows={rows}
      columns={[
        { title: texts.assumption, value: ([name]) => name },
        { title: now.called, value: ([, value]) => value },
        { title: kept.called, value: ([name]) => before.get(name) ?? '' },
      ]}
    />
  )
}
