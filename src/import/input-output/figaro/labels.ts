/** What a row or column of FIGARO's tables stands for. */
export interface Label {
  /** A country by its two letters, or a group of them such as `FIGW1`; of accounts `W2`. */
  readonly area: string
  /** Such as `C10T12`, `P3_S14` or `D1`. */
  readonly code: string
  readonly role: 'INDUSTRY' | 'FINAL_USE' | 'ACCOUNT'
}

/** The area of the rows that no country supplies: taxes and value added. */
const ACCOUNTS = 'W2'

/** The rows of accounts: without one of them a column would not add up to output. */
export const accountCodes = ['D21X31', 'OP_RES', 'OP_NRES', 'D1', 'D29X39', 'B2A3G'] as const

/** What households consume, among the columns of final use. */
export const HOUSEHOLDS = 'P3_S14'

/** Industries of NACE A*64: a section, or divisions of one, such as `B`, `C10T12`, `J59_60`. */
const industry = /^[A-U](?:\d\d(?:[T_]\d\d)*)?$/

/** A label such as `AT_C10T12`, `FIGW1_P3_S14` or `W2_D1`; a reason where it is none. */
export function readLabel(text: string): Label | string {
  const [, area, code] = /^([A-Z]{2}|[A-Z]+\d+)_(.+)$/.exec(text) ?? []
  if (area === undefined || code === undefined) return `"${text}" is no label such as AT_C10T12, AT_P3_S14 or W2_D1`
  if (code.startsWith('CPA_')) {
    return 'is product by product: the file of industries is asked for, with ind-by-ind in its name'
  }
  if (area === ACCOUNTS) {
    if (accountCodes.some((each) => each === code)) return { area, code, role: 'ACCOUNT' }
    return `"${text}" is no account that is known; these are ${accountCodes.map((each) => `${area}_${each}`).join(', ')}`
  }
  if (industry.test(code)) return { area, code, role: 'INDUSTRY' }
  if (/^P\d/.test(code)) return { area, code, role: 'FINAL_USE' }
  return `"${text}" is neither an industry, such as AT_C10T12, nor a final use, such as AT_P3_S14`
}
