import { xmlReader } from './elements.js'

/** How a number in a cell is shown, as far as it changes what it means: as a day, with a unit, or filled up with noughts. */
export type NumberFormat =
  | { readonly kind: 'NUMBER'; readonly unit?: string }
  | { readonly kind: 'DATE' }
  /** `000000-0000`, `0000`: the sign of the mask that is 0 takes a digit. */
  | { readonly kind: 'MASK'; readonly mask: string }
  /** At least so many decimals. */
  | { readonly kind: 'DECIMALS'; readonly count: number; readonly unit?: string }
  /** `#,##0,`: a thousandth of it, or a millionth. */
  | { readonly kind: 'SHORTENED' }

const plain: NumberFormat = { kind: 'NUMBER' }

/** The formats of dates that every workbook knows by number. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Reads a format such as `yyyy-mm-dd` or `000000\-0000`. */
function numberFormat(code: string): NumberFormat {
  const [positive = ''] = code.replace(/\[\$[^\]]*\]/g, '').split(';')
  if (/^(general|standard|@)$/i.test(positive)) return plain
  const signs = positive.replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '').replace(/[_*]./g, '')
  const bare = signs.replace(/"[^"]*"|\\./g, '')
  if (/[ymdhs]/i.test(bare) && !/[#?]/.test(bare)) return { kind: 'DATE' }
  const mask = signs.replace(/"([^"]*)"|\\(.)/g, '$1$2')
  if (/^[0 –-]+$/.test(mask) && (mask.match(/0/g)?.length ?? 0) > 1) return { kind: 'MASK', mask }
  if (/[0#],+(?![0#,])/.test(bare)) return { kind: 'SHORTENED' }
  const unit = unitOf(code, signs)
  const [, decimals] = /^[#,0 ]*0\.(0+)$/.exec(bare.trim()) ?? []
  return decimals === undefined ? { ...plain, ...unit } : { kind: 'DECIMALS', count: decimals.length, ...unit }
}

/** The letters that a format puts beside a number: `#,##0" tkr"`, `#,##0.00 [$kr-41D]`. */
function unitOf(code: string, signs: string): { readonly unit?: string } {
  const [, currency = ''] = /^[^;]*\[\$([^\]-]+)/.exec(code) ?? []
  const letters = signs.replace(/"([^"]*)"|\\(.)/g, '$1$2').replace(/[#?0,.()+-]/g, ' ')
  const unit = `${letters} ${currency}`.replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{Sc}]/u.test(unit) ? { unit } : {}
}

/** The formats of the styles of a workbook, by the number that cells give. @throws Error where the text is no XML */
export function readFormats(xml: string): readonly NumberFormat[] {
  const custom = new Map<string, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  const reader = xmlReader({
    begin(name, attribute) {
      if (name === 'numFmt') custom.set(attribute('numFmtId') ?? '', numberFormat(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = attribute('numFmtId') ?? '0'
      formats.push(custom.get(id) ?? (isBuiltInDate(Number(id)) ? { kind: 'DATE' } : plain))
    },
    end(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  reader.write(xml)
  reader.close()
  return formats
}
