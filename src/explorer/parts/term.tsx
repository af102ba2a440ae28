import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { linkTo } from '../address.js'
import type { TermId } from './term-ids.js'

export type { TermId } from './term-ids.js'

/** A word that leads to what it means. */
export function Term({ of, children }: { readonly of: TermId; readonly children: ComponentChildren }) {
  const { query } = useLocation()
  return (
    <a class="term" href={`${linkTo('/method', { lang: query.lang })}#${of}`}>
      {children}
    </a>
  )
}
