import type { ComponentChildren } from 'preact'
import { EntityName } from './entity-name.js'

/** Something with a page of its own. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A fact by its name; nothing where there is none to tell. */
export function Fact({
  name,
  shown = true,
  children,
}: {
  readonly name: string
  readonly shown?: boolean
  readonly children: ComponentChildren
}) {
  if (!shown) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Names of entities, each leading to its page. */
export function Names({ entities }: { readonly entities: readonly Named[] }) {
  return entities.map((entity, index) => (
    <span key={entity.id}>
      {index > 0 && ', '}
      <EntityName entity={entity} />
    </span>
  ))
}

/** Names of entities as a fact; nothing where there are none. */
export function NamesFact({ name, entities }: { readonly name: string; readonly entities: readonly Named[] | null }) {
  return (
    entities !== null &&
    entities.length > 0 && (
      <Fact name={name}>
        <Names entities={entities} />
      </Fact>
    )
  )
}

/** Entities in columns, each with what matters of it in a few words. */
export function NamedColumns<Entity extends Named>({
  entities,
  told,
}: {
  readonly entities: readonly Entity[]
  readonly told: (entity: Entity) => string
}) {
  return (
    <ul class="in-columns">
      {entities.map((entity) => (
        <li key={entity.id}>
          <EntityName entity={entity} /> <span class="quiet">{told(entity)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A whole number that matters, and what it counts. */
export function Figure({ value, children }: { readonly value: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>{value}</dd>
    </div>
  )
}
