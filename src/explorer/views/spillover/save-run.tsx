import { useId, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { SpilloverInput } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { EntityName } from '../../parts/entity-name.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'

const storeDocument = graphql(`
  mutation ExplorerStoreRun($input: SpilloverInput!, $name: String!) {
    storeSpillover(input: $input, name: $name) {
      run {
        id
      }
    }
  }
`)

/** Keeps the result in the graph under a name. */
export function SaveRun({
  input,
  runsLink,
}: {
  readonly input: SpilloverInput
  /** The address of the list of runs. */
  readonly runsLink: string
}) {
  const texts = useTexts(spilloverTexts)
  const id = useId()
  const [name, setName] = useState('')
  const [saved, setSaved] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const sending = useSend()

  async function save(event: Event) {
    event.preventDefault()
    await sending.send(async () => {
      const { storeSpillover } = await ask(storeDocument, { input, name })
      setSaved({ id: storeSpillover.run.id, name })
    })
  }

  return (
    <form class="toolbar no-print" onSubmit={save}>
      <div class="field">
        <label for={id}>{texts.runName}</label>
        <input id={id} required maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </div>
      <button type="submit" class="primary">
        {texts.save}
      </button>
      <p role="status">
        {saved !== null && (
          <>
            <EntityName entity={{ id: saved.id, name: texts.saved(saved.name) }} />. {texts.savedAs}{' '}
            <a href={runsLink}>{texts.savedRuns}</a>.
          </>
        )}
      </p>
      <FormProblem error={sending.error} />
    </form>
  )
}
