const LONGEST = 60

/** A name as part of an id: small letters without accents, digits and hyphens; `unnamed` where nothing is left. */
export function slugOf(name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/æ/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return letters.slice(0, LONGEST).replace(/^-+|-+$/g, '') || 'unnamed'
}
