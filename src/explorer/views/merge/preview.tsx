import { useMemo, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMergePreviewQuery } from '../../generated/graphql.js'
import { fieldNames } from '../../language/fields.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { mergeTexts } from '../../language/merge.js'
import { verbTexts } from '../../language/verbs.js'
import { Answered, Empty } from '../../parts/answered.js'
import { ChangedFields } from '../../parts/changed-fields.js'
import { EntityName } from '../../parts/entity-name.js'
import { useTold } from '../../parts/use-told.js'
import { isEditor, useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { DoMerge } from './do-merge.js'

const previewDocument = graphql(`
  query ExplorerMergePreview($of: ID!, $into: ID!, $lang: Lang!) {
    mergePreview(from: $of, into: $into) {
      from {
        id
        name(lang: $lang)
        ...ExplorerRevision
      }
      into {
        id
        name(lang: $lang)
        ...ExplorerRevision
      }
      fields {
        name
        before
        after
      }
      both
      relationships {
        kind
        moved
        dropped
      }
    }
  }
`)

graphql(`
  fragment ExplorerRevision on Entity {
    ... on Firm {
      revision
    }
    ... on SupportActor {
      revision
    }
    ... on Initiative {
      revision
    }
  }
`)

type Previewed = ExplorerMergePreviewQuery['mergePreview']

/** What a merge would do, in words, and the merge itself for who may. */
export function Preview({ of, into }: { readonly of: string; readonly into: string }) {
  const texts = useTexts(mergeTexts)
  const lang = useLang()
  const [done, setDone] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const answer = useAnswer(previewDocument, done === null ? { of, into, lang } : null)
  const address = useAddress()
  if (done !== null) {
    return (
      <div class="notice" role="status">
        <p>
          {texts.done} <EntityName entity={done} />
        </p>
        <p>
          <a href={linkTo(`/entity/${done.id}/history`, { lang: address.get('lang') })}>{texts.toHistory}</a>
        </p>
      </div>
    )
  }
  const code = answer.error?.code
  if (code === 'BAD_USER_INPUT') return <Empty>{of === into ? texts.same : texts.cannot}</Empty>
  if (code === 'NOT_FOUND') return <Empty>{texts.notThere}</Empty>
  return (
    <Answered answer={answer}>
      {({ mergePreview }) => <Told preview={mergePreview} onDone={setDone} onChanged={answer.again} />}
    </Answered>
  )
}

function Told({
  preview,
  onDone,
  onChanged,
}: {
  readonly preview: Previewed
  readonly onDone: (entity: { readonly id: string; readonly name: string }) => void
  readonly onChanged: () => void
}) {
  const texts = useTexts(mergeTexts)
  const { count, list } = useFormat()
  const { of: verbs } = useTexts(verbTexts)
  const words: Readonly<Record<string, string>> = useTexts(fieldNames)
  const address = useAddress()
  const { known } = useSession()
  const { from, into, fields, both, relationships } = preview
  const asOne = useMemo(() => [{ fields }], [fields])
  const { told, names } = useTold(asOne)
  const named = both.flatMap((name) => words[name] ?? [])
  const dropped = relationships.reduce((sum, each) => sum + each.dropped, 0)
  const moving = relationships.filter(({ moved }) => moved > 0)
  const mayMerge = isEditor(known?.viewer ?? null)
  const swapped = { of: into.id, into: from.id, lang: address.get('lang') }
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{texts.goes}</dt>
          <dd>
            <EntityName entity={from} />
          </dd>
        </div>
        <div>
          <dt>{texts.stays}</dt>
          <dd>
            <strong>
              <EntityName entity={into} />
            </strong>
          </dd>
        </div>
      </dl>
      <p class="no-print">
        <a href={linkTo('/merge', swapped)}>{texts.swap}</a>
      </p>
      <section aria-busy={names === null}>
        <h2>{texts.fields(into.name)}</h2>
        {fields.length === 0 && <p>{texts.noFields}</p>}
        {told[0] && <ChangedFields told={told[0]} names={names} before={texts.nowOf} after={texts.thenOf} />}
        {named.length > 0 && <p>{texts.both(list(named))}</p>}
      </section>
      <section>
        <h2>{texts.moves}</h2>
        {moving.length === 0 && <p>{texts.noMoves}</p>}
        {moving.length > 0 && (
          <ul>
            {moving.map(({ kind, moved }) => (
              <li key={kind}>{texts.moved(count(moved), verbs[kind].OUT)}</li>
            ))}
          </ul>
        )}
        {dropped > 0 && <p>{texts.dropped(count(dropped), dropped === 1)}</p>}
      </section>
      {mayMerge ? <DoMerge {...{ from, into, onDone, onChanged }} /> : <Empty>{texts.needsEditor}</Empty>}
    </>
  )
}
