import { linkTo, useAddress } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { mergeTexts } from '../../language/merge.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { useTitle } from '../../parts/use-title.js'
import { ChooseOther } from './choose-other.js'
import { Preview } from './preview.js'

/** Makes two that are the same one: which two, what it would do, and which of them stays. */
export function Merge() {
  const texts = useTexts(mergeTexts)
  useTitle(texts.heading)
  const address = useAddress()
  const [of, into] = [address.get('of'), address.get('into')]
  const lang = address.get('lang')
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      {of === null && (
        <EntitySearch
          label={texts.chooseFirst}
          hint={texts.hint}
          kinds={['FIRM', 'SUPPORT_ACTOR', 'INITIATIVE']}
          onPick={({ id }) => address.set({ of: id })}
        />
      )}
      {of !== null && into === null && <ChooseOther of={of} />}
      {of !== null && into !== null && <Preview key={`${of} ${into}`} of={of} into={into} />}
      <ul class="next-steps no-print">
        {of !== null && (
          <li>
            <a href={linkTo('/merge', { lang })}>{texts.anew}</a>
          </li>
        )}
        <li>
          <a href={linkTo('/doubles', { lang })}>{texts.toDoubles}</a>
        </li>
      </ul>
    </>
  )
}
