/** What texts read in another language, each by the text as it is written; `{1}` and `{2}` stand for any words. */
export type Wordings = Readonly<Record<string, string>>

/** What a text reads in the other language; null where it is not known. */
export type Told = (text: string) => string | null

/** Looks texts up: whole first, then by those with places for any words, in the order in which they stand. */
export function telling(wordings: Wordings): Told {
  const whole = new Map(Object.entries(wordings))
  const forms = [...whole].filter(([text]) => place.test(text)).map(([text, words]) => ({ form: formOf(text), words }))
  return (text) => {
    const known = whole.get(text)
    if (known !== undefined) return known
    for (const { form, words } of forms) {
      const found = form.exec(text)
      if (found) return words.replace(places, (_, number: string) => found[Number(number)] ?? '')
    }
    return null
  }
}

const place = /\{\d\}/
const anyWords = '((?:[^;,(]|,(?! )|\\([^)]*\\))+?)'
const places = /\{(\d)\}/g

/** Any words hold what parts remarks and their pieces within brackets alone. */
const formOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(place)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join(anyWords)}$`,
    'u',
  )
