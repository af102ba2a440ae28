import type { EntityKind, ExplorerEditableQuery } from '../../generated/graphql.js'
import type { FormDraft } from './kept-draft.js'

type Node = NonNullable<ExplorerEditableQuery['node']>

type Begun = Pick<FormDraft, 'values' | 'names'>

const nothing: Begun = { values: {}, names: {} }

/** What a form of something new begins with, where one came from what it is to do with; nothing where the two do not go together. */
export function begunWith(kind: EntityKind, node: Node): Begun {
  const { id } = node
  const name = 'name' in node ? node.name : null
  const named = (values: Begun['values']): Begun => ({ values, names: name ? { [id]: name } : {} })
  if (kind === 'CLAIM') return named({ about: [id] })
  if (kind === 'INITIATIVE' && node.__typename === 'SupportActor') return named({ offeredBy: [id] })
  if (kind === 'SUPPORT_ACTOR' && (node.__typename === 'Municipality' || node.__typename === 'County')) {
    return named({ serves: [{ id }] })
  }
  if (kind === 'FIRM' && node.__typename === 'Municipality') return named({ municipality: id })
  if (kind === 'ESTABLISHMENT' && node.__typename === 'County') return named({ county: id })
  if (kind === 'ESTABLISHMENT' && node.__typename === 'Municipality') {
    const { values, names } = named({ municipalities: [id], county: node.county.id })
    return { values, names: { ...names, [node.county.id]: node.county.name } }
  }
  return nothing
}
