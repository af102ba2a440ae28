import { linkTo, useAddress } from '../address.js'
import { useFormat, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useRegionWords } from '../language/region.js'
import { useSession } from '../session.js'
import { currentDay } from './current-day.js'

/** What stands under a view in a frame of another site: whose it is, of which day, and the way to the whole page. */
export function EmbedFoot() {
  const texts = useTexts(partTexts)
  const { title } = useRegionWords()
  const format = useFormat()
  const { path, query } = useAddress()
  const { known } = useSession()
  return (
    <footer class="embed-foot">
      {known?.signIn.isNeededToRead === true && <p>{texts.notInFrame}</p>}
      <p>
        {title}, {format.day(currentDay())} · <a href={linkTo(path, { ...query, embed: null })}>{texts.openWhole}</a>
      </p>
    </footer>
  )
}
