/** The type that names are drawn in, as the style sheet has it too; smaller where the drawing is narrow. */
export interface NameType {
  readonly size: number
  /** Of a line. */
  readonly height: number
}

export const nameType: NameType = { size: 13, height: 17 }
export const narrowNameType: NameType = { size: 11.5, height: 14 }

let brush: CanvasRenderingContext2D | null = null
const widths = new Map<string, number>()

/** How wide a text is in the type of names. */
export function widthOf(text: string, { size }: NameType): number {
  const key = `${size} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  brush ??= document.createElement('canvas').getContext('2d')
  if (brush) brush.font = `${size}px ${getComputedStyle(document.body).fontFamily}`
  const width = brush?.measureText(text).width ?? text.length * size * 0.6
  widths.set(key, width)
  return width
}
