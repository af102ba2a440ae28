import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useAddress } from '../../address.js'
import { AskError, ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ImportKind } from '../../generated/graphql.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { FormField, FormProblem, FormSelect, Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { type Upload, upload } from '../../upload.js'
import { FileField } from './file-field.js'
import { fileFault, requireSendable } from './sendable.js'
import { TickField } from './tick-field.js'
import { WorkBar } from './work-bar.js'

const mayDocument = graphql(`
  query ExplorerMayImport {
    importJobs(first: 1) {
      totalCount
    }
  }
`)

const kinds = ['FIRMS', 'SUPPLIES', 'NEEDS', 'REQUIREMENTS', 'REGISTER_SCB', 'REGISTER_BOLAGSVERKET'] as const

/** A form that sends a list; once the server has it, the address is that of its job. */
export function BringForm({ titles }: { readonly titles: readonly string[] }) {
  const texts = useTexts(importingTexts)
  const address = useAddress()
  const sending = useSend()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState<ImportKind>(kinds.find((each) => each === address.get('kind')) ?? 'FIRMS')
  const [title, setTitle] = useState(address.get('title') ?? '')
  const [update, setUpdate] = useState(false)
  const [more, setMore] = useState({ publisher: '', edition: '', sheet: '', county: '', sni: '' })
  const [share, setShare] = useState<number | null>(null)
  const underWay = useRef<Upload | null>(null)
  useEffect(() => () => underWay.current?.end(), [])

  const isRegister = kind === 'REGISTER_SCB' || kind === 'REGISTER_BOLAGSVERKET'
  const further = isRegister ? (['county', 'sni', 'edition'] as const) : (['publisher', 'edition', 'sheet'] as const)
  const { error } = sending
  const faults = {
    file: { argument: 'file', words: error === null ? '' : (fileFault(error, texts) ?? '') },
    kind: { argument: 'kind', words: texts.kindFault },
    title: { argument: 'title', words: texts.titleFault },
    publisher: { argument: 'publisher', words: texts.textFault },
    edition: { argument: 'edition', words: texts.textFault },
    sheet: { argument: 'sheet', words: texts.textFault },
    county: { argument: 'county', words: texts.countyFault },
    sni: { argument: 'sni', words: texts.sniFault },
  }
  const hints = {
    county: texts.countyHint,
    sni: texts.sniHint,
    publisher: undefined,
    edition: undefined,
    sheet: undefined,
  }
  const problems = new Map([
    ['INSUFFICIENT_STORAGE', texts.notKept],
    ['SERVICE_UNAVAILABLE', texts.full],
  ])

  async function submit(event: Event) {
    event.preventDefault()
    await sending.send(async () => {
      const form = new FormData()
      const said = {
        kind,
        title,
        update: update ? 'yes' : '',
        ...Object.fromEntries(further.map((name) => [name, more[name]])),
      }
      for (const [name, value] of Object.entries(said)) if (value !== '') form.append(name, value)
      form.append('file', requireSendable(file))
      // Whoever may not any more is told before a large file is sent.
      await ask(mayDocument, {})
      const under = upload(form, setShare)
      underWay.current = under
      try {
        const job = await under.job
        address.set({ job, title: null, kind: null, after: null })
      } catch (problem) {
        if (!(problem instanceof AskError && problem.code === 'ENDED')) throw problem
      } finally {
        underWay.current = null
        setShare(null)
      }
    })
  }
  const said = error === null ? undefined : problems.get(error.code)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{texts.newList}</h2>
      <form class="account-form" noValidate onSubmit={submit}>
        {said === undefined ? (
          <FormProblem error={error} faults={Object.values(faults)} />
        ) : (
          <div class="notice notice-problem" role="alert">
            <p>{said}</p>
          </div>
        )}
        <FileField onFile={setFile} error={error} wrong={error === null ? null : fileFault(error, texts)} />
        <FormSelect
          label={texts.kind}
          value={kind}
          choices={kinds.map((value) => ({ value, name: texts.kinds[value] }))}
          onChange={setKind}
          error={error}
          fault={faults.kind}
        />
        {!isRegister && (
          <FormField
            label={texts.title}
            hint={texts.titleHint}
            value={title}
            onInput={setTitle}
            maxLength={500}
            autocomplete="off"
            list={`${id}-titles`}
            error={error}
            fault={faults.title}
          />
        )}
        <datalist id={`${id}-titles`}>
          {titles.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <TickField label={texts.update} hint={texts.updateHint} value={update} onChange={setUpdate} />
        <details open={further.some((name) => name === error?.argument)}>
          <summary>{texts.more}</summary>
          {further.map((name) => (
            <FormField
              key={name}
              label={texts[name]}
              hint={hints[name]}
              value={more[name]}
              onInput={(value) => setMore((now) => ({ ...now, [name]: value }))}
              maxLength={500}
              autocomplete="off"
              error={error}
              fault={faults[name]}
            />
          ))}
        </details>
        <Submit sending={sending}>{texts.send}</Submit>
        {share !== null && (
          <WorkBar label={texts.sending} done={share} total={1}>
            <p role="status">{texts.sending}</p>
            <button type="button" onClick={() => underWay.current?.end()}>
              {texts.stopSending}
            </button>
          </WorkBar>
        )}
      </form>
    </section>
  )
}
