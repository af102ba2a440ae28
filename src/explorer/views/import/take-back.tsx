import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { ServerWords } from '../../parts/answered.js'
import { AsksFirst } from '../../parts/asks-first.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'

const takeBackDocument = graphql(`
  mutation ExplorerTakeBackImport($change: ID!) {
    takeBackImport(input: { change: $change }) {
      change {
        id
      }
    }
  }
`)

/**
 * Takes back what a list changed, once that was asked.
 * @param change id of the change that the list became.
 */
export function TakeBack({
  change,
  title,
  onDone,
}: {
  readonly change: string
  readonly title: string
  readonly onDone: () => void
}) {
  const texts = useTexts(importingTexts)
  const sending = useSend()
  async function takeBack() {
    const isDone = await sending.send(async () => {
      await ask(takeBackDocument, { change })
    })
    if (isDone) onDone()
  }
  return (
    <>
      <AsksFirst
        label={texts.takeBack}
        name={texts.takeBackOf(title)}
        question={texts.takeBackAsk(title)}
        onYes={takeBack}
      />
      {sending.error?.code === 'CONFLICT' ? (
        <div class="notice notice-problem" role="alert">
          <p>{texts.inTheWay}</p>
          <ServerWords>{sending.error.message}</ServerWords>
        </div>
      ) : (
        <FormProblem error={sending.error} />
      )}
    </>
  )
}
