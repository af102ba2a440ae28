import { useLangOf } from '../language/reads-as.js'

/** A text as a source or a person has written it, marked with its language where that is not the page's. */
export function AsWritten({ children }: { readonly children: string }) {
  const langOf = useLangOf()
  return <span lang={langOf(children)}>{children}</span>
}
