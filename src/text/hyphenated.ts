/** A text as part of an id: small letters without accents and digits, with a hyphen for whatever stands between them. */
export const hyphenated = (text: string): string =>
  text
    .toLowerCase()
    .replace(/æ/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
