import { saidOfList } from '../../language/import-sentences.js'
import { useLanguage } from '../../language/language.js'

/** A sentence of the server about a list, in the reader's language as far as its words are known. */
export function SaidOfList({ text }: { readonly text: string }) {
  const said = saidOfList(text, useLanguage())
  return <span lang={said.lang}>{said.text}</span>
}
