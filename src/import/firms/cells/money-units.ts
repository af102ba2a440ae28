const KRONA = 1e-6

/** SEK million that a unit of money is; a currency that is none of these is OTHER. */
const units: readonly { readonly words: RegExp; readonly millions: number }[] = [
  {
    words:
      /^(?:tkr|kkr|tsek|ksek|k kr|k sek|(?:th|tsd|thous) ?(?:sek|kr)|sek th|tusen(?:tal)? ?(?:kr|kronor|sek)?|thousands?(?: of)?(?: ?(?:sek|kronor))?|sek(?: in)? (?:thousands?|tusen|k|000|000s)|'?000s? ?(?:sek|kr)|(?:sek|kr) ?'?000s?|kronor i tusental|1 ?000(?: ?tals?)?(?: ?(?:kr|kronor|sek))?|(?:kr|sek) 1 ?000)$/,
    millions: 1e-3,
  },
  {
    words:
      /^(?:mkr|mnkr|msek|m kr|m sek|mn|mnsek|milj|miljoner|miljon|(?:milj|miljoner|miljon|mn) ?(?:kr|kronor|sek)|millions?(?: of)?(?: ?(?:sek|kronor))?|sek(?: in)? (?:m|mn|mln|millions?))$/,
    millions: 1,
  },
  {
    words:
      /^(?:mdkr|mdsek|bsek|md kr|mdr|mdr kr|mdr sek|miljard|miljarder|(?:miljard|miljarder|mdr) ?(?:kr|kronor|sek)|billions?(?: ?(?:sek|kronor))?|sek (?:bn|billions?))$/,
    millions: 1e3,
  },
  { words: /^(?:kr|sek|kronor|krona|svenska kronor|kr sek|hela kronor|hela kr)$/, millions: KRONA },
]

const otherCurrency = /\b(?:[tkm]?(?:eur|euros?|usd|nok|dkk|gbp|fim|isk|chf)|dollars?|pund)\b|[€$£]/

/** What a unit is: how many SEK million, another currency, or nothing known. */
export type MoneyUnit = { readonly millions: number; readonly word: string } | 'OTHER_CURRENCY' | null

/** Whether a unit is the krona itself. */
export const isKronor = (unit: MoneyUnit): boolean =>
  unit !== null && unit !== 'OTHER_CURRENCY' && unit.millions === KRONA

/** Reads a unit as it stands behind or before an amount. */
export function moneyUnit(text: string): MoneyUnit {
  const word = text
    .toLowerCase()
    .replace(/[.:]/g, ' ')
    .replace(/(?<=\p{L})-$|^-/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const unit = units.find(({ words }) => words.test(word))
  if (unit) return { millions: unit.millions, word: text.trim() }
  return otherCurrency.test(word) ? 'OTHER_CURRENCY' : null
}

/** The unit that a header names, wherever behind its first word: `Omsättning 2024 (tkr)`, `OMSÄTTNING_TKR`, `Turnover, SEK m`. */
export function unitOfHeader(header: string): MoneyUnit {
  const words = header
    .replace(/[^\p{L}\p{N}€$£]+/gu, ' ')
    .trim()
    .split(' ')
    .slice(1)
  const spans = words.flatMap((_, from) => words.slice(from).map((__, index) => words.slice(from, from + index + 1)))
  const named = spans
    .toSorted((left, right) => right.length - left.length)
    .flatMap((span) => {
      const unit = moneyUnit(span.join(' '))
      return unit === null || unit === 'OTHER_CURRENCY' ? [] : [unit]
    })
  // Kronor stand beside what is counted in them: `SEK, tkr`.
  const unit = named.find(({ millions }) => millions !== KRONA) ?? named[0]
  if (unit !== undefined) return unit
  return otherCurrency.test(header.toLowerCase()) ? 'OTHER_CURRENCY' : null
}
