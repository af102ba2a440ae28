import { useFormat, useTexts } from '../language/language.js'
import { mapTexts } from '../language/map.js'
import { type Areas, colourOfStep } from './areas.js'
import type { Step } from './steps.js'

/** What the colours of a map's areas stand for. */
export function AreaLegend({
  areas: { areas, of, unit },
  steps,
}: {
  readonly areas: Areas
  readonly steps: readonly Step[]
}) {
  const texts = useTexts(mapTexts)
  const format = useFormat()
  const isNone = areas.some(({ value }) => value === 0)
  const isUnknown = areas.some(({ value }) => value === null)
  return (
    <>
      <p class="legend-head">{unit}</p>
      <ul class="legend">
        {isNone && (
          <li>
            <span class="swatch swatch-area swatch-land" /> 0
          </li>
        )}
        {steps.map(({ from, to }, index) => (
          <li key={from}>
            <span class="swatch swatch-area" style={{ background: colourOfStep(of, index, steps.length) }} />{' '}
            {from === to ? format.count(from) : `${format.count(from)}–${format.count(to)}`}
          </li>
        ))}
        {isUnknown && (
          <li>
            <span class="swatch swatch-area swatch-unknown" /> {texts.unknown}
          </li>
        )}
      </ul>
    </>
  )
}
