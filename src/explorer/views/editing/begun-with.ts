import type { EntityKind, ExplorerEditableQuery } from '../../generated/graphql.js'
import type { FormDraft } from './kept-draft.js'

type Node = NonNullable<ExplorerEditableQuery['node']>

/** What a form of something new begins with, where one came from what it is to do with; nothing where the two do not go together. */
export function begunWith(kind: EntityKind, node: Node): Pick<FormDraft, 'values' | 'names'> {
  const name = 'name' in node ? node.name : null
  const names = name === null || name === undefined ? {} : { [node.id]: name }
  if (kind === 'CLAIM') return { values: { about: [node.id] }, names }
  if (kind === 'INITIATIVE' && node.__typename === 'SupportActor') return { values: { offeredBy: [node.id] }, names }
  if (node.__typename !== 'Municipality' && node.__typename !== 'County') return { values: {}, names: {} }
  if (kind === 'SUPPORT_ACTOR') return { values: { serves: [{ id: node.id }] }, names }
  if (node.__typename === 'County') {
    return kind === 'ESTABLISHMENT' ? { values: { county: node.id }, names } : { values: {}, names: {} }
  }
  if (kind === 'FIRM') return { values: { municipality: node.id }, names }
  if (kind !== 'ESTABLISHMENT') return { values: {}, names: {} }
  const { county } = node
  return {
    values: { municipalities: [node.id], county: county.id },
    names: { ...names, [county.id]: county.name },
  }
}
