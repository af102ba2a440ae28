import { useLocation } from 'preact-iso'
import { entityLink, linkTo } from '../address.js'
import { useLangOf } from '../language/reads-as.js'

/** The name of an entity as a link to its page. */
export function EntityName({
  entity: { id, name },
}: {
  readonly entity: { readonly id: string; readonly name: string }
}) {
  const { query } = useLocation()
  const langOf = useLangOf()
  return (
    <a href={linkTo(entityLink(id), { lang: query.lang })} lang={langOf(name)}>
      {name}
    </a>
  )
}
