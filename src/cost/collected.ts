import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** A request as it is looked through before it runs. */
export interface Looked {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** With their defaults. */
  readonly variables: Readonly<Record<string, unknown>>
}

/** A field that is selected on a type, once for all that select it under the same response name. */
export interface CollectedField {
  readonly responseName: string
  /** The type that it is selected on: that of the fragment which it stands in, if any. */
  readonly on: GraphQLCompositeType
  readonly nodes: FieldNode[]
}

/** The fields of selections, fragments opened and what is skipped left out, as an executor merges them. */
export function collectedFields(
  looked: Looked,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): CollectedField[] {
  const found = new Map<string, CollectedField>()
  const spread = new Set<string>()
  const open = (on: GraphQLCompositeType, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (isLeftOut(looked, selection)) continue
      if (selection.kind === Kind.FIELD) {
        const responseName = (selection.alias ?? selection.name).value
        const key = `${on.name} ${responseName}`
        const field = found.get(key) ?? { responseName, on, nodes: [] }
        field.nodes.push(selection)
        found.set(key, field)
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? looked.fragments[selection.name.value] : selection
      if (!fragment) continue
      const condition = fragment.typeCondition && looked.schema.getType(fragment.typeCondition.name.value)
      const within = condition && isCompositeType(condition) ? condition : on
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        // Within another type it is another selection.
        const opened = `${on.name} ${selection.name.value}`
        if (spread.has(opened)) continue
        spread.add(opened)
      }
      open(within, fragment.selectionSet)
    }
  }
  for (const set of sets) open(type, set)
  return [...found.values()]
}

const isLeftOut = ({ variables }: Looked, selection: SelectionNode): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false
