/** What says, folded, of which legal form an organisation is, and stands before its name or behind it. */
const eitherSide = [
  'ab, a b, aktiebolag, aktiebolaget, bankaktiebolag, bankaktiebolaget, hb, handelsbolag, handelsbolaget, kb',
  'kommanditbolag, kommanditbolaget, ek for, ek forening, ekonomisk for, ekonomisk forening',
  'ekonomiska foreningen, enskild firma, oy, oyj, a s, as, aps, asa, ltd, gmbh',
].flatMap((line) => line.split(', '))

/** What stands behind only: before a name it would be a word of it. */
const behindOnly = [
  'abp, oy ab, ab oy, oyj abp, ky, ans, ideell forening, i s, k s, limited, plc, llp, llc, l l c, inc',
  'incorporated, corp, corporation, co ltd, pte ltd, pty ltd, mbh, gmbh co kg, ag, ag co kg, kg, ohg, kgaa, ug',
  'e v, bv, b v, nv, n v, s a, sarl, s a r l, s p a, srl, s r l, s l, sp z o o, s r o, d o o, uab, sia',
].flatMap((line) => line.split(', '))

const before: ReadonlySet<string> = new Set(eitherSide)
const behind: ReadonlySet<string> = new Set([...eitherSide, ...behindOnly])
const listed: ReadonlySet<string> = new Set(['publ'])
const MOST_WORDS = 4

/** A folded name without its legal form; as it is where nothing would be left. */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ')
  const unlisted = withoutEnd(words, listed)
  const own = withoutEnd(unlisted, behind)
  const end = unlisted.slice(own.length).join(' ')
  // One form a name: HB Norr AB is a company called HB Norr. Finnish ones write it in both languages: Oy Norr Ab.
  const isBegun = end === '' || (end === 'ab' && own[0] === 'oy')
  return (isBegun ? withoutBeginning(own) : own).join(' ')
}

function withoutEnd(words: readonly string[], forms: ReadonlySet<string>): readonly string[] {
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    if (forms.has(words.slice(-count).join(' '))) return words.slice(0, -count)
  }
  return words
}

function withoutBeginning(words: readonly string[]): readonly string[] {
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    if (before.has(words.slice(0, count).join(' '))) return words.slice(count)
  }
  return words
}
