import { useFormat, useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import { useRegion } from '../../region.js'

/** The limits of the smaller size classes, as the region's folder states them. */
export function SizeLimits() {
  const texts = useTexts(methodTexts)
  const format = useFormat()
  const { sizeRule } = useRegion()
  return (
    <ul>
      {sizeRule.map(({ sizeClass, employees, turnover }) => (
        <li key={sizeClass}>
          {texts.sizes(texts.sizeNames[sizeClass], format.count(employees), format.count(turnover))}
        </li>
      ))}
    </ul>
  )
}
