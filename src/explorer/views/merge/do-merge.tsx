import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { mergeTexts } from '../../language/merge.js'
import { AsksReason } from '../../parts/asks-reason.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'

const mergeDocument = graphql(`
  mutation ExplorerMerge($input: MergeEntitiesInput!, $lang: Lang!) {
    mergeEntities(input: $input) {
      entity {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** One of two, as it was looked at. */
interface Seen {
  readonly id: string
  readonly name: string
  readonly revision?: number
}

/** Makes two one, once that was asked. What was looked at is what is merged: where one of them changed since, it is shown anew. */
export function DoMerge({
  from,
  into,
  onDone,
  onChanged,
}: {
  readonly from: Seen
  readonly into: Seen
  readonly onDone: (entity: { readonly id: string; readonly name: string }) => void
  readonly onChanged: () => void
}) {
  const texts = useTexts(mergeTexts)
  const lang = useLang()
  const sending = useSend()
  return (
    <div class="no-print change-do">
      <AsksReason
        label={texts.merge}
        name={texts.merge}
        question={texts.mergeAsk(from.name, into.name)}
        reasonLabel={texts.reason}
        isPrimary
        sending={sending}
        onYes={async (reason) => {
          let became = into
          const isDone = await sending.send(async () => {
            const input = {
              ...{ from: from.id, fromRevision: from.revision ?? 0, into: into.id, intoRevision: into.revision ?? 0 },
              reason,
            }
            try {
              became = (await ask(mergeDocument, { input, lang })).mergeEntities.entity
            } catch (error) {
              onChanged()
              throw error
            }
          })
          if (isDone) onDone(became)
          return isDone
        }}
      >
        {sending.error?.code === 'CONFLICT' || sending.error?.code === 'BAD_USER_INPUT' ? (
          <p class="notice notice-problem" role="alert">
            {sending.error.code === 'CONFLICT' ? texts.changed : texts.cannot}
          </p>
        ) : (
          <FormProblem error={sending.error} />
        )}
      </AsksReason>
    </div>
  )
}
