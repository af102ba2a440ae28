import { coverageTexts } from '../../language/coverage.js'
import { useTexts } from '../../language/language.js'
import { inSentence } from '../../parts/in-sentence.js'
import { Term } from '../../parts/term.js'

/** Whose jobs are counted, how often, and how they are laid on municipalities, with words that lead to what they mean. */
export function Assumed({ allocation }: { readonly allocation: string }) {
  const texts = useTexts(coverageTexts)
  return (
    <>
      <Term of="jobs-at-stake">{texts.assumedJobs}</Term>
      {texts.ofVentures}
      <Term of="indirect">{texts.indirect}</Term>
      {texts.and}
      <Term of="induced">{texts.induced}</Term>
      {texts.ofFirms} <Term of="allocation">{texts.allocation}</Term>: {inSentence(allocation)}.
    </>
  )
}
