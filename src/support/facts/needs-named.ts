import { idOfKind } from '../../graph/entity-ids.js'
import { NotFoundError, requireSome } from '../../kernel/input-errors.js'
import type { Named } from '../../language/wording.js'
import type { SupportSystem } from './system.js'

/**
 * The needs that an argument names, each once and in its order; all where it is left out.
 * @throws BadUserInputError for an empty list or an id of another kind; NotFoundError for an unknown need.
 */
export function needsNamed(
  argument: string,
  ids: readonly string[] | null | undefined,
  { needs }: SupportSystem,
): readonly Named[] {
  requireSome(argument, ids)
  if (!ids) return [...needs.values()]
  return [...new Set(ids)].map((id) => {
    const need = needs.get(idOfKind('need', id, argument))
    if (!need) throw new NotFoundError(id)
    return need
  })
}
