import { useId } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { editingTexts } from '../../language/editing.js'
import { useLang, useTexts } from '../../language/language.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { Box } from './control.js'
import { Chip } from './entity-control.js'
import { useForm } from './form-context.js'
import type { Saying } from './saying.js'

const sourceDocument = graphql(`
  query ExplorerSourceNamed($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Source {
        name(lang: $lang)
        title
        publisher
        url
        year
      }
    }
  }
`)

/** Where what is written comes from, asked for in one line: one's own statement, a page, or a source that is known. */
export function SourceLine({
  saying,
  isActors,
  takes,
  onChange,
}: {
  readonly saying: Saying
  /** Whether one's own statement is that of the actor that one acts for. */
  readonly isActors: boolean
  /** Whether the input has such a field. */
  readonly takes: (name: string) => boolean
  readonly onChange: (saying: Saying) => void
}) {
  const { source: texts } = useTexts(editingTexts)
  const lang = useLang()
  const id = useId()
  const { wrongAt } = useForm()
  const set = (changed: Partial<Saying>) => onChange({ ...saying, ...changed })
  const text = (name: 'url' | 'title' | 'locator' | 'asOf' | 'reason', label: string, hint?: string) => (
    <Box
      path={name === 'url' || name === 'title' ? `source.${name}` : name}
      label={label}
      hint={hint}
      isRequired={false}
    >
      {(given) => (
        <input
          {...given}
          type={name === 'asOf' ? 'date' : 'text'}
          autocomplete="off"
          value={saying[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Box>
  )
  const ways = [
    ['OWN', isActors ? texts.actors : texts.own],
    ['PAGE', texts.page],
    ['KNOWN', texts.known],
  ] as const
  return (
    <fieldset class="field">
      <legend>{texts.legend}</legend>
      <div class="edit-source-ways">
        {ways.map(([how, label]) => (
          <label key={how}>
            <input type="radio" name={`${id}-how`} checked={saying.how === how} onChange={() => set({ how })} /> {label}
          </label>
        ))}
      </div>
      {saying.how === 'PAGE' && (
        <div class="edit-columns">
          {text('url', texts.url)}
          {text('title', texts.title, texts.titleHint)}
        </div>
      )}
      {saying.how === 'KNOWN' &&
        (saying.known ? (
          <ul class="edit-chips">
            <Chip name={saying.known.name} onRemove={() => set({ known: null })} />
          </ul>
        ) : (
          <EntitySearch
            label={texts.find}
            kinds={['SOURCE']}
            onPick={(found) => {
              ask(sourceDocument, { id: found.id, lang }).then(
                ({ node }) => {
                  if (node?.__typename !== 'Source') return
                  const { name, title, publisher, url, year } = node
                  set({ known: { name, title, publisher, url, year } })
                },
                () => undefined,
              )
            }}
          />
        ))}
      {takes('reason') && text('reason', texts.reason, texts.reasonHint)}
      <details open={wrongAt('locator') !== null || wrongAt('asOf') !== null || undefined}>
        <summary>{texts.more}</summary>
        <div class="edit-columns">
          {takes('locator') && text('locator', texts.locator, texts.locatorHint)}
          {takes('asOf') && text('asOf', texts.asOf)}
        </div>
      </details>
    </fieldset>
  )
}
