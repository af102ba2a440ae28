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
      {(['SMALL', 'MEDIUM'] as const).map((size) => {
        const { employees, turnover } = sizeRule[size]
        return <li key={size}>{texts.sizes(texts.sizeNames[size], format.count(employees), format.count(turnover))}</li>
      })}
    </ul>
  )
}
