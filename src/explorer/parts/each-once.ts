/** Entities, each once. */
export function eachOnce<Entity extends { readonly id: string }>(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((each) => [each.id, each])).values()]
}
