import { useEffect, useState } from 'preact/hooks'
import { useFormat, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useRegionWords } from '../language/region.js'
import { currentDay } from './current-day.js'
import { usePublicAddress } from './public-address.js'

/** What stands over a view on paper: whose page it is, the day, and the address that shows it again. */
export function PrintHead() {
  const texts = useTexts(partTexts)
  const { title } = useRegionWords()
  const format = useFormat()
  const addressOf = usePublicAddress()
  const [address, setAddress] = useState(addressOf)
  useEffect(() => {
    const read = () => setAddress(addressOf())
    window.addEventListener('beforeprint', read)
    return () => window.removeEventListener('beforeprint', read)
  }, [addressOf])
  return (
    <p class="print-head print-only">
      {title} · {texts.printed(format.day(currentDay()))}
      <br />
      {address}
    </p>
  )
}
