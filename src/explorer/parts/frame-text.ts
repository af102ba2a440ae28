/** A size of type, with its weight and colour. */
export interface Type {
  readonly size: number
  readonly weight: number
  readonly colour: string
}

const INK = '#1c2127'
const QUIET = '#565e67'

/** What the frame of a picture is set in: to be read from a slide. */
export const types = {
  title: { size: 30, weight: 700, colour: INK },
  shows: { size: 19, weight: 400, colour: QUIET },
  /** The same beside a drawing. */
  aside: { size: 22, weight: 400, colour: QUIET },
  legend: { size: 19, weight: 400, colour: INK },
  from: { size: 15, weight: 400, colour: QUIET },
} as const satisfies Record<string, Type>

export const lineHeight = ({ size }: Type): number => size * 1.35

/** A line, and what it is set in. */
export interface Line {
  readonly text: string
  readonly type: Type
}

/** How high some lines are together. */
export const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { type }) => sum + lineHeight(type), 0)

/** How wide a text is, in the page's own letters. */
export type Measure = (text: string, type: Type) => number

/** Measures in the letters that the page has now. */
export function measureIn(font: string): Measure {
  const brush = document.createElement('canvas').getContext('2d')
  return (text, { size, weight }) => {
    if (brush === null) return 0
    brush.font = `${weight} ${size}px ${font}`
    return brush.measureText(text).width
  }
}

/** A text in lines that have room; a word that has none, as a long address, goes on in the next line. */
export function linesOf(text: string, hasRoom: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && hasRoom(longer)) lines.splice(-1, 1, longer)
    else lines.push(...piecesOf(word, hasRoom))
  }
  return lines
}

/** A word in pieces that have room, each of a letter at least. */
function piecesOf(word: string, hasRoom: (line: string) => boolean): string[] {
  if (hasRoom(word)) return [word]
  const pieces: string[] = []
  for (const letter of word) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`
    if (pieces.length > 0 && hasRoom(longer)) pieces.splice(-1, 1, longer)
    else pieces.push(letter)
  }
  return pieces
}

/** Texts in lines of at most a width; empty ones are left out. */
export const wrapped = (texts: readonly string[], type: Type, most: number, measure: Measure): Line[] =>
  texts
    .filter((text) => text !== '')
    .flatMap((text) => linesOf(text, (line) => measure(line, type) <= most))
    .map((text) => ({ text, type }))
