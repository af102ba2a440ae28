import { entityLink, linkTo, useAddress } from '../../address.js'
import type { AskError } from '../../ask.js'
import { formFaults } from '../../language/form-faults.js'
import { useTexts } from '../../language/language.js'
import { faultOf } from '../../parts/fault-words.js'
import { useForm } from './form-context.js'

/** Why nothing was stored, in words of the reader's language alone. */
export function SendProblem({
  error,
  of,
  onPropose,
}: {
  readonly error: AskError | null
  /** What the form is about; null for something new. */
  readonly of: string | null
  /** Proposes the same instead, where one may not store it; null where that is no way. */
  readonly onPropose: (() => void) | null
}) {
  const texts = useTexts(formFaults)
  const { names } = useForm()
  const lang = useAddress().get('lang')
  if (error === null) return null
  const problems: Readonly<Record<string, string>> = texts.problems
  const fault = error.code === 'BAD_USER_INPUT' ? faultOf(error.message) : 'WRONG'
  const isGone = error.code === 'NOT_FOUND' && of !== null && error.id === of
  const gone = isGone ? null : (names[error.id ?? ''] ?? null)
  const there = fault === 'THERE_ALREADY' || fault === 'MERGED' ? idIn(error.message) : null
  return (
    <div class="notice notice-problem" role="alert">
      <p>
        {isGone
          ? texts.problems.GONE
          : gone !== null
            ? texts.notThere(gone)
            : (problems[error.code] ?? texts.problems.OTHER)}{' '}
        {isGone && <a href={linkTo(`${entityLink(of)}/history`, { lang })}>{texts.history}</a>}
      </p>
      {fault !== 'WRONG' && (
        <p>
          {texts.faults[fault]}{' '}
          {there !== null && <a href={linkTo(entityLink(there), { lang })}>{texts.whatIsThere}</a>}
        </p>
      )}
      {error.code === 'FORBIDDEN' && onPropose && (
        <button type="button" onClick={onPropose}>
          {texts.proposeInstead}
        </button>
      )}
    </div>
  )
}

/** The id of what is there already, which the server's sentence begins with. */
const idIn = (message: string): string | null =>
  /^[a-z]+:[a-z0-9-]+(?= (?:is there|was merged))/.exec(message)?.[0] ?? null
