/**
 * Ids that a text stands for as a code: an organisation number with or without hyphen, the code of a county or
 * municipality, a division of SNI 2007 such as C25, or an id itself. Whether anything has them is not looked up.
 */
export function idsOfCode(text: string): string[] {
  const code = text.trim()
  const [, begin, end] = /^(\d{6})-?(\d{4})$/.exec(code) ?? []
  return [
    ...(begin === undefined ? [] : [`firm:${begin}${end}`]),
    ...(/^\d{2}$/.test(code) ? [`county:${code}`] : []),
    ...(/^\d{4}$/.test(code) ? [`municipality:${code}`] : []),
    ...(/^[A-U]\d{2}$/i.test(code) ? [`sector:sni2007-${code.toUpperCase()}`] : []),
    ...(/^[a-z-]+:\S+$/.test(code) ? [code] : []),
  ]
}
