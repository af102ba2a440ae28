import { useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'

/** The colours of effects. */
export function EffectLegend() {
  const texts = useTexts(spilloverTexts)
  return (
    <ul class="legend">
      <li>
        <span class="swatch swatch-indirect" /> {texts.indirect}
      </li>
      <li>
        <span class="swatch swatch-induced" /> {texts.induced}
      </li>
    </ul>
  )
}
