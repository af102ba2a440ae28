import type { AskError } from '../../ask.js'
import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import { faultOf } from './fault-words.js'

/** Why nothing was stored, in words of the reader's language alone. */
export function SendProblem({
  error,
  onPropose,
}: {
  readonly error: AskError | null
  /** Proposes the same instead, where one may not store it; null where that is no way. */
  readonly onPropose: (() => void) | null
}) {
  const texts = useTexts(editingTexts)
  if (error === null) return null
  const problems: Readonly<Record<string, string>> = texts.problems
  const fault = error.code === 'BAD_USER_INPUT' ? faultOf(error.message) : 'WRONG'
  return (
    <div class="notice notice-problem" role="alert">
      <p>{problems[error.code] ?? texts.problems.OTHER}</p>
      {fault !== 'WRONG' && <p>{texts.faults[fault]}</p>}
      {error.code === 'FORBIDDEN' && onPropose && (
        <button type="button" onClick={onPropose}>
          {texts.proposeInstead}
        </button>
      )}
    </div>
  )
}
