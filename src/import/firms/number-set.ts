const NUMBERS_A_PAGE = 65_536

/**
 * A set of organisation numbers. Registers give them out in a few long rows, so a bit for each takes a few megabytes for
 * all that there are, however many are added. What is no number, as the name of a firm that another was merged into, is
 * kept as it is.
 */
export class NumberSet {
  private readonly pages = new Map<number, Uint8Array>()
  private readonly others = new Set<string>()
  private count = 0

  get size(): number {
    return this.count
  }

  /** Whether it was not there before. */
  add(number: string): boolean {
    if (!isNumber(number)) return this.addOther(number)
    const { page, byte, bit } = place(number)
    const bits = this.pages.get(page) ?? new Uint8Array(NUMBERS_A_PAGE / 8)
    this.pages.set(page, bits)
    const before = bits[byte] ?? 0
    bits[byte] = before | bit
    const isNew = (before & bit) === 0
    if (isNew) this.count += 1
    return isNew
  }

  has(number: string): boolean {
    if (!isNumber(number)) return this.others.has(number)
    const { page, byte, bit } = place(number)
    return ((this.pages.get(page)?.[byte] ?? 0) & bit) !== 0
  }

  private addOther(text: string): boolean {
    const isNew = !this.others.has(text)
    this.others.add(text)
    if (isNew) this.count += 1
    return isNew
  }
}

const isNumber = (text: string): boolean => /^\d{10}$/.test(text)

/** The tenth digit follows from the nine before it. */
function place(number: string): { page: number; byte: number; bit: number } {
  const value = Number(number.slice(0, 9))
  const within = value % NUMBERS_A_PAGE
  return { page: Math.floor(value / NUMBERS_A_PAGE), byte: within >> 3, bit: 1 << (within & 7) }
}
