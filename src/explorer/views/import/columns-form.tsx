import { useId, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { fileReadTexts } from '../../language/file-read.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { FormField, FormProblem, Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { TickField } from './tick-field.js'
import type { ShownImport } from './use-job.js'

const settleDocument = graphql(`
  mutation ExplorerSettleImport($input: SettleImportInput!) {
    settleImport(input: $input) {
      job {
        id
      }
    }
  }
`)

/** How a list is read: what each of its columns is, what it is called, and whether it only corrects; changed by hand. */
export function ColumnsForm({ job, onSettled }: { readonly job: ShownImport; readonly onSettled: () => void }) {
  const texts = useTexts(importingTexts)
  const words = useTexts(fileReadTexts)
  const sending = useSend()
  const id = useId()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [title, setTitle] = useState(job.title ?? '')
  const [update, setUpdate] = useState(job.update)
  const isRegister = job.columnNames.length === 0
  const fault = { argument: 'input.title', words: texts.titleFault }

  async function submit(event: Event) {
    event.preventDefault()
    const isDone = await sending.send(async () => {
      const columns = [...chosen].map(([header, column]) => ({ header, column }))
      const isCalled = title !== (job.title ?? '')
      await ask(settleDocument, { input: { job: job.id, columns, update, ...(isCalled ? { title } : {}) } })
    })
    if (isDone) onSettled()
  }
  return (
    <details class="panel" open={job.status === 'FAILED'}>
      <summary>{words.columns}</summary>
      <form class="import-columns" noValidate onSubmit={submit}>
        {sending.error?.code === 'CONFLICT' ? (
          <p class="notice notice-problem" role="alert">
            {words.fileGone}
          </p>
        ) : (
          <FormProblem error={sending.error} faults={[fault]} />
        )}
        <p class="hint">{words.columnsHint}</p>
        {!isRegister && (
          <FormField
            label={texts.title}
            value={title}
            onInput={setTitle}
            maxLength={500}
            autocomplete="off"
            error={sending.error}
            fault={fault}
          />
        )}
        <TickField label={texts.update} hint={texts.updateHint} value={update} onChange={setUpdate} />
        {job.columns.length > 0 && !isRegister && (
          <table>
            <caption class="unseen">{words.columns}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columnIn}</th>
                <th scope="col">{words.columnAs}</th>
              </tr>
            </thead>
            <tbody>
              {job.columns.map(({ header, column }, index) => (
                <tr key={header}>
                  <th scope="row" id={`${id}-${index}`} class="imported-text">
                    {header}
                  </th>
                  <td>
                    <ColumnSelect
                      named={`${id}-${index}`}
                      names={job.columnNames}
                      value={chosen.get(header) === undefined ? column : (chosen.get(header) ?? null)}
                      onChange={(value) => setChosen(new Map([...chosen, [header, value]]))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Submit sending={sending}>{words.settle}</Submit>
      </form>
    </details>
  )
}

/** What a column is read as. @param named id of what names it. */
function ColumnSelect({
  named,
  names,
  value,
  onChange,
}: {
  readonly named: string
  readonly names: readonly string[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const texts = useTexts(fileReadTexts)
  const words = new Map(Object.entries(texts.columnNames))
  return (
    <select
      aria-labelledby={named}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="" selected={value === null}>
        {texts.columnNone}
      </option>
      {names.map((name) => (
        <option key={name} value={name} selected={name === value}>
          {words.get(name) ?? name}
        </option>
      ))}
    </select>
  )
}
