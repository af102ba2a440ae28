import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerChangeFragment } from '../../generated/graphql.js'
import { historyTexts } from '../../language/history.js'
import { useFormat, useTexts } from '../../language/language.js'
import { AsksReason } from '../../parts/asks-reason.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'

const undoDocument = graphql(`
  mutation ExplorerUndoChange($input: UndoChangeInput!) {
    undoChange(input: $input) {
      change {
        id
      }
    }
  }
`)

type Undone = Exclude<ExplorerChangeFragment['operation'], 'IMPORT' | 'SEED'>

/**
 * Takes a change back, once that was asked; where later changes stand in the way, it names them.
 * @param shown the changes that stand on the page.
 */
export function Undo({
  change,
  operation,
  shown,
  onDone,
}: {
  readonly change: ExplorerChangeFragment
  readonly operation: Undone
  readonly shown: readonly ExplorerChangeFragment[]
  readonly onDone: () => void
}) {
  const texts = useTexts(historyTexts)
  const { moment } = useFormat()
  const sending = useSend()
  const { error } = sending
  return (
    <AsksReason
      label={texts.undo}
      name={texts.undoOf(texts.madeAt(moment(change.at)).trim())}
      question={texts.undoAsk[operation]}
      reasonLabel={texts.undoReason}
      sending={sending}
      onYes={async (reason) => {
        const isDone = await sending.send(async () => {
          await ask(undoDocument, { input: { change: change.id, reason } })
        })
        if (isDone) onDone()
        return isDone
      }}
    >
      {error?.code === 'CONFLICT' ? (
        <InTheWay ids={error.conflict?.changes ?? []} shown={shown} />
      ) : error?.code === 'BAD_USER_INPUT' ? (
        <p class="notice notice-problem" role="alert">
          {texts.cannotUndo}
        </p>
      ) : (
        <FormProblem error={error} />
      )}
    </AsksReason>
  )
}

/** What has to be taken back first, as far as it stands on the page with a link to it. */
function InTheWay({
  ids,
  shown,
}: {
  readonly ids: readonly string[]
  readonly shown: readonly ExplorerChangeFragment[]
}) {
  const texts = useTexts(historyTexts)
  const { count, moment } = useFormat()
  const here = shown.filter(({ id }) => ids.includes(id))
  const elsewhere = ids.length - here.length
  return (
    <div class="notice notice-problem" role="alert">
      <p>{texts.inTheWay}</p>
      <ul>
        {here.map(({ id, at }) => (
          <li key={id}>
            <a href={`#${id}`}>{moment(at)}</a>
          </li>
        ))}
        {elsewhere > 0 && <li>{texts.inTheWayElsewhere(count(elsewhere), elsewhere === 1)}</li>}
      </ul>
    </div>
  )
}
