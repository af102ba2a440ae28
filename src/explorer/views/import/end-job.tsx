import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { AsksFirst } from '../../parts/asks-first.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import type { ShownImport } from './use-job.js'

const cancelDocument = graphql(`
  mutation ExplorerCancelImport($job: ID!) {
    cancelImport(input: { job: $job }) {
      job {
        id
      }
    }
  }
`)

/** Ends a job, once that was asked. */
export function EndJob({
  job: { id, status },
  onChanged,
}: {
  readonly job: ShownImport
  readonly onChanged: () => void
}) {
  const texts = useTexts(importingTexts)
  const sending = useSend()
  async function end() {
    await sending.send(async () => {
      await ask(cancelDocument, { job: id })
    })
    onChanged()
  }
  return (
    <div class="import-ends">
      <AsksFirst
        label={texts.cancel}
        question={status === 'RUNNING' ? texts.cancelRunningAsk : texts.cancelAsk}
        onYes={end}
      />
      {sending.error?.code !== 'CONFLICT' && <FormProblem error={sending.error} />}
    </div>
  )
}
