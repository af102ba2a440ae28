import { useFormat, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'

/** Beside the total, which it does not change: what of all jobs is left where ventures hire from the region's firms. */
export function NetBeside({
  displacement: { lost, net },
}: {
  readonly displacement: { readonly lost: number; readonly net: number }
}) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  return <p class="quiet">{texts.netBeside(format.count(lost), format.count(net))}</p>
}
