import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { linkTo } from '../address.js'

/** What the page of method and terms explains, each under this name. */
export const termIds = [
  ...(['direct', 'indirect', 'induced', 'spillover', 'type-i-and-ii', 'jobs-at-stake', 'allocation'] as const),
  ...(['coverage', 'level', 'evidence', 'match', 'sni', 'size-class', 'retention', 'after-the-inverse'] as const),
  ...(['location-quotients', 'interval', 'capacity', 'displacement', 'extraction', 'run'] as const),
  ...(['supplier-score', 'basis', 'as-the-crow-flies', 'consortium'] as const),
] as const

export type TermId = (typeof termIds)[number]

/** A word that leads to what it means. */
export function Term({ of, children }: { readonly of: TermId; readonly children: ComponentChildren }) {
  const { query } = useLocation()
  return (
    <a class="term" href={`${linkTo('/method', { lang: query.lang })}#${of}`}>
      {children}
    </a>
  )
}
