import { useEffect } from 'preact/hooks'
import { useAddress } from '../../address.js'
import { useLang, useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered, Empty } from '../../parts/answered.js'
import { useAnswer } from '../../use-answer.js'
import { runDocument } from './run-document.js'
import { addressOfRun } from './run-question.js'

/** Opens a run that an address names: its assumptions take the place of its id, so that they can be changed from there. */
export function OpenRun({ run }: { readonly run: string }) {
  const texts = useTexts(spilloverTexts)
  const runs = useTexts(runTexts)
  const address = useAddress()
  const answer = useAnswer(runDocument, { id: run, lang: useLang() })
  const found = answer.data?.spilloverRun
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is another value at each rendering
  useEffect(() => {
    if (found) address.set({ ...addressOfRun(found), run: null }, 'replace')
  }, [found])
  return (
    <>
      <h1>{texts.heading}</h1>
      <Answered answer={answer}>
        {({ spilloverRun }) => (spilloverRun === null ? <Empty>{runs.gone}</Empty> : <div aria-busy="true" />)}
      </Answered>
    </>
  )
}
